package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.attempt.Breaker.Verdict;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose fault a failure is: only the provider's own open the breaker. */
class VerdictTest {
    private static final Set<Reason> FAULTS = EnumSet.of(
            Reason.DNS,
            Reason.CONNECT,
            Reason.CONNECT_TIMEOUT,
            Reason.TLS,
            Reason.CERTIFICATE,
            Reason.TIMEOUT,
            Reason.CONNECTION_LOST,
            Reason.PROVIDER_FAULT,
            Reason.NOT_JSON,
            Reason.INCOMPLETE_REPLY,
            Reason.TOO_LARGE,
            Reason.REDIRECT,
            Reason.UNREADABLE,
            Reason.MISCONFIGURED_ENDPOINT);

    private static final Set<Reason> ANSWERS = EnumSet.of(
            Reason.PARAMETER,
            Reason.REQUEST,
            Reason.UNKNOWN_FILE,
            Reason.INPUT_CONTENT,
            Reason.OUTPUT_CONTENT,
            Reason.DUPLICATE,
            Reason.FOREIGN_VOICE,
            Reason.MISSING_VOICE);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void theReasonTellsWhetherTheProviderFailedAnsweredOrHadNoPartInIt(Reason reason) {
        Verdict verdict = Verdict.of(Failing.with(Category.PROVIDER_UNAVAILABLE, reason, Delivery.UNKNOWN));

        assertThat(verdict)
                .isEqualTo(
                        FAULTS.contains(reason)
                                ? Verdict.FAULT
                                : ANSWERS.contains(reason) ? Verdict.ANSWERED : Verdict.NOT_COUNTED);
    }
}
