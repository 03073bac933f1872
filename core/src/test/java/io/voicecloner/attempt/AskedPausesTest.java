package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A provider that fails may say, too, when to ask again. */
class AskedPausesTest {
    private final Pauses longest = new Pauses(Chance.MOST);

    @ParameterizedTest
    @CsvSource({"PT1S, PT5S", "PT12S, PT13.2S", "PT24H, PT1M"})
    void aVoiceInDoubtIsAskedForWhenTheProviderSaysButNeverTooSoonNorTooLate(Duration asked, Duration pause) {
        assertThat(longest.after(Operation.CREATE_BY_ID, Decision.RECONCILE, 1, faultThatAsksFor(asked)))
                .contains(pause);
    }

    @Test
    void aRepeatIsMadeWhenTheProviderSaysButNeverSoonerThanOurs() {
        assertThat(longest.after(Operation.UPLOAD, Decision.REPEAT, 1, faultThatAsksFor(Duration.ofSeconds(9))))
                .contains(Duration.ofMillis(9_900));
        assertThat(longest.after(Operation.UPLOAD, Decision.REPEAT, 5, faultThatAsksFor(Duration.ofSeconds(1))))
                .contains(Duration.ofSeconds(8));
    }

    @Test
    void nobodyRepeatsForAProviderThatAsksForMoreThanAMinute() {
        assertThat(longest.after(Operation.UPLOAD, Decision.REPEAT, 1, faultThatAsksFor(Duration.ofSeconds(61))))
                .isEmpty();
    }

    @Test
    void anUploadWhoseAnswerNeverCameIsLookedForAfterFiveSeconds() {
        VoiceClonerException silence = Failing.with(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Delivery.UNKNOWN);

        assertThat(longest.after(Operation.UPLOAD, Decision.REPEAT, 1, silence)).contains(Duration.ofSeconds(5));
        assertThat(longest.after(Operation.READ, Decision.REPEAT, 1, silence)).contains(Duration.ofMillis(300));
    }

    @ParameterizedTest
    @EnumSource(Operation.class)
    void anotherFaultIsRepeatedSoon(Operation operation) {
        VoiceClonerException fault = Failing.notSent(Reason.CONNECT);
        Optional<Duration> pause = longest.after(operation, Decision.REPEAT, 1, fault);

        int millis = switch (operation) {
            case READ, QUERY -> 300;
            case UPLOAD, CREATE_BY_ID, CREATE, DELETE -> 500;
            case SPEAK -> 1_000;
        };
        assertThat(pause).contains(Duration.ofMillis(millis));
    }

    private static VoiceClonerException faultThatAsksFor(Duration wait) {
        return Failures.exception(
                FailureReport.of(Category.PROVIDER_UNAVAILABLE, Reason.PROVIDER_FAULT, Step.UPLOAD, "it failed")
                        .delivery(Delivery.UNKNOWN)
                        .retryAfter(wait));
    }
}
