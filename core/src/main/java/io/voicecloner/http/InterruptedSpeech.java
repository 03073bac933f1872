package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.util.EnumSet;
import java.util.Set;

/** What the caller is told of speech that broke off after some of it was handed out. */
final class InterruptedSpeech {
    /** What only says that it broke off. The rest is worth more by its own name: who cancelled, and what was refused or not understood. */
    private static final Set<Reason> BROKE_OFF = EnumSet.of(
            Reason.CONNECTION_LOST,
            Reason.TIMEOUT,
            Reason.INCOMPLETE_REPLY,
            Reason.PROVIDER_FAULT,
            Reason.UNEXPLAINED,
            Reason.UNLISTED_CODE);

    private InterruptedSpeech() {}

    static VoiceClonerException told(VoiceClonerException failure, CallScope scope) {
        if (scope.handedOut() == 0 || !BROKE_OFF.contains(failure.reason())) {
            return failure;
        }
        FailureReport.Builder report = scope.failure(
                        Category.PROVIDER_UNAVAILABLE,
                        Reason.STREAM_INTERRUPTED,
                        failure.step(),
                        "the speech broke off: " + failure.report().summary())
                .delivery(failure.delivery())
                .providerCode(failure.providerCode().orElse(null))
                .providerMessage(failure.providerMessage().orElse(null))
                .traceId(failure.traceId().orElse(null))
                .hint("It was not asked for again: what was handed out cannot be taken back.");
        return Failures.retold(failure, report);
    }
}
