package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How often one call may be repeated. */
class RetryStateTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 1", "3, 2", "10, 9"})
    void asManyAttemptsAreMadeAsAreAllowed(int allowed, int repeats) {
        assertThat(repeats(allowed, Reason.CONNECT)).isEqualTo(repeats);
    }

    @ParameterizedTest
    @EnumSource(names = {"DNS", "CONNECT_TIMEOUT", "TLS", "UNEXPLAINED", "UNLISTED_CODE"})
    void whatSeldomPassesByItselfIsRepeatedOnce(Reason reason) {
        assertThat(repeats(10, reason)).isEqualTo(1);
        assertThat(repeats(1, reason)).isZero();
    }

    @Test
    void anAttemptThatSeldomPassesByItselfCountsThoseBeforeIt() {
        RetryState state = state(10);
        state.after(Failing.notSent(Reason.CONNECT), Decision.REPEAT);

        assertThat(state.after(Failing.notSent(Reason.TLS), Decision.REPEAT)).isEmpty();
    }

    @Test
    void eachAttemptWaitsAsItsOwnFailureAndItsNumberDemand() {
        RetryState state = state(10);

        assertThat(state.after(Failing.inDoubt(Reason.CONNECTION_LOST), Decision.RECONCILE))
                .contains(Duration.ofSeconds(5));
        assertThat(state.after(Failing.notNow(null), Decision.WAIT)).contains(Duration.ofSeconds(4));
        assertThat(state.after(Failing.notSent(Reason.CONNECT), Decision.REPEAT))
                .contains(Duration.ofSeconds(2));
        assertThat(state.after(Failing.inDoubt(Reason.CONNECTION_LOST), Decision.RECONCILE))
                .contains(Duration.ofSeconds(15));
    }

    @Test
    void whatIsToStopIsNotRepeated() {
        assertThat(state(10).after(Failing.notSent(Reason.CONNECT), Decision.STOP))
                .isEmpty();
    }

    @Test
    void aProviderThatAsksForTooLongAPauseIsNotWaitedFor() {
        assertThat(state(10).after(Failing.notNow(Duration.ofHours(1)), Decision.WAIT))
                .isEmpty();
    }

    private static RetryState state(int allowed) {
        return new RetryState(Operation.CREATE_BY_ID, allowed, new Pauses(Chance.MOST));
    }

    private static int repeats(int allowed, Reason reason) {
        RetryState state = state(allowed);
        int repeats = 0;
        Optional<Duration> pause = state.after(Failing.notSent(reason), Decision.REPEAT);
        while (pause.isPresent() && repeats < 100) {
            repeats++;
            pause = state.after(Failing.notSent(reason), Decision.REPEAT);
        }
        return repeats;
    }
}
