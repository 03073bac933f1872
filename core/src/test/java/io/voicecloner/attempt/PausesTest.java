package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a repeat waits: what was asked for, or a pause that doubles and that chance shortens. */
class PausesTest {
    private final Pauses shortest = new Pauses(Chance.LEAST);
    private final Pauses longest = new Pauses(Chance.MOST);

    @ParameterizedTest
    @CsvSource({"PT1S, PT1.1S", "PT7S, PT7.7S", "PT60S, PT66S"})
    void whatTheProviderAsksForIsKeptToAndAtMostATenthLonger(Duration asked, Duration most) {
        assertThat(waits(shortest, 1, asked)).isEqualTo(asked);
        assertThat(waits(longest, 1, asked)).isEqualTo(most);
        assertThat(waits(longest, 5, asked)).isEqualTo(most);
    }

    @Test
    void askedForNoPauseItIsHalfASecondAllTheSame() {
        assertThat(waits(shortest, 1, Duration.ZERO)).isEqualTo(Duration.ofMillis(500));
        assertThat(waits(longest, 1, Duration.ZERO)).isEqualTo(Duration.ofMillis(550));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT60.001S", "PT61S", "PT24H"})
    void nobodyWaitsLongerThanAMinuteForAProviderThatSaysSo(Duration asked) {
        assertThat(shortest.after(Operation.CREATE, Decision.WAIT, 1, Failing.notNow(asked)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, PT2S", "2, PT4S", "3, PT8S", "4, PT16S", "5, PT30S", "9, PT30S", "1000, PT30S"})
    void aRefusalThatDoesNotSayHowLongDoublesUpToHalfAMinute(int attempts, Duration most) {
        assertThat(longest.after(Operation.CREATE, Decision.WAIT, attempts, Failing.notNow(null)))
                .contains(most);
        assertThat(shortest.after(Operation.CREATE, Decision.WAIT, attempts, Failing.notNow(null)))
                .contains(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({"1, PT0.5S", "2, PT1S", "3, PT2S", "6, PT16S", "7, PT20S", "1000, PT20S"})
    void aRepeatDoublesUpToTwentySeconds(int attempts, Duration most) {
        assertThat(longest.after(Operation.UPLOAD, Decision.REPEAT, attempts, Failing.notSent(Reason.CONNECT)))
                .contains(most);
        assertThat(shortest.after(Operation.UPLOAD, Decision.REPEAT, attempts, Failing.notSent(Reason.CONNECT)))
                .contains(Duration.ofMillis(1));
    }

    @ParameterizedTest
    @CsvSource({"1, PT0.3S", "2, PT0.6S", "3, PT1.2S"})
    void aDownloadIsTriedAgainSooner(int attempts, Duration most) {
        assertThat(longest.after(Operation.READ, Decision.REPEAT, attempts, Failing.notSent(Reason.CONNECT)))
                .contains(most);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9})
    void aNameThatDoesNotResolveIsNotAskedForWhileJavaRemembersThat(int attempts) {
        assertThat(shortest.after(Operation.UPLOAD, Decision.REPEAT, attempts, Failing.notSent(Reason.DNS)))
                .contains(Duration.ofSeconds(10));
    }

    @Test
    void aLostAnswerIsAskedAboutAfterFiveSecondsAndThenAfterFifteen() {
        assertThat(reconciles(1, Reason.CONNECTION_LOST)).isEqualTo(Duration.ofSeconds(5));
        assertThat(reconciles(2, Reason.CONNECTION_LOST)).isEqualTo(Duration.ofSeconds(15));
        assertThat(reconciles(3, Reason.CONNECTION_LOST)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void aRequestThatMayStillBeAtWorkIsGivenFifteenSecondsFromTheStart() {
        assertThat(reconciles(1, Reason.TIMEOUT)).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void whatEndsHereIsNotWaitedFor() {
        assertThat(shortest.after(Operation.UPLOAD, Decision.STOP, 1, Failing.notNow(Duration.ofSeconds(1))))
                .isEmpty();
    }

    private Duration reconciles(int attempts, Reason reason) {
        return longest.after(
                        Operation.CREATE_BY_ID,
                        Decision.RECONCILE,
                        attempts,
                        Failing.with(Category.AMBIGUOUS_OUTCOME, reason, Delivery.UNKNOWN))
                .orElseThrow();
    }

    private static Duration waits(Pauses pauses, int attempts, Duration asked) {
        return pauses.after(Operation.CREATE, Decision.WAIT, attempts, Failing.notNow(asked))
                .orElseThrow();
    }
}
