package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.REQUEST;
import static io.voicecloner.pipeline.Speaking.VOICE;
import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneEvent.SpeechFailed;
import io.voicecloner.CloneEvent.SpeechMade;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Reason;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.SpeakingSession;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedSpeech;
import io.voicecloner.spi.SpeechDelivery;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

/** Who listens hears how a synthesis ended, and never what was said. */
class SpeechIsNotToldTest {
    @Test
    void whatWasMadeIsToldWithoutItsText() {
        try (Speaking speaking = new Speaking((request, output, scope) -> {
            scope.speechAttempted();
            scope.speechLost();
            SpeakingSession.say(output, scope, new byte[7]);
            scope.warn("A warning.");
            scope.traced("t-1");
            return io.voicecloner.spi.SpokenAudio.handedOut();
        })) {
            Synthesis speech = speaking.speech().synthesize(REQUEST, new ByteArrayOutputStream());

            assertThat(speech.attempts()).isEqualTo(2);
            assertThat(speech.possiblyBilledTwice()).isTrue();
            assertThat(speech.traceIds()).containsExactly("t-1");
            assertThat(speech.warnings()).containsExactly("warning of the configuration", "A warning.");
            assertThat(speech)
                    .asString()
                    .contains("7 bytes", "possibly billed twice")
                    .doesNotContain("CANARY");
            assertThat(speaking.events).last().isInstanceOfSatisfying(SpeechMade.class, made -> {
                assertThat(made.bytes()).isEqualTo(7);
                assertThat(made.attempts()).isEqualTo(2);
                assertThat(made.possiblyBilledTwice()).isTrue();
                assertThat(made.voice()).isEqualTo(VOICE);
            });
            assertNoTextIn(speaking);
        }
    }

    @Test
    void whatFailedIsToldOnceWithoutItsText() {
        try (Speaking speaking = new Speaking((request, output, scope) -> {
            throw Failures.exception(scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Step.SPEAK, "late")
                    .delivery(Delivery.UNKNOWN));
        })) {
            VoiceClonerException failure = failure(
                    VoiceClonerException.class,
                    () -> speaking.speech().synthesize(REQUEST, new ByteArrayOutputStream()));

            assertThat(failure)
                    .hasMessageContaining("The synthesis may be billed.")
                    .asString()
                    .doesNotContain("CANARY");
            assertThat(speaking.events)
                    .filteredOn(SpeechFailed.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(SpeechFailed.class, told -> {
                        assertThat(told.reason()).isEqualTo(Reason.TIMEOUT);
                        assertThat(told.moneyMayBeSpent()).isTrue();
                    });
            assertNoTextIn(speaking);
        }
    }

    @Test
    void aRefusalQuotesNothingOfTheText() {
        try (Speaking speaking = new Speaking(SpeakingSession.saying(new byte[1]))) {
            SpeechRequest odd = SpeechRequest.of(VOICE, "CANARY \ud83d").withSpeed(3);
            InvalidRequestException failure = failure(
                    InvalidRequestException.class,
                    () -> speaking.speech().synthesize(odd, new ByteArrayOutputStream()));

            assertThat(failure.violations()).hasSize(2);
            assertThat(failure).asString().doesNotContain("CANARY");
            assertThat(speaking.events).last().isInstanceOf(SpeechFailed.class);
            assertNoTextIn(speaking);
        }
    }

    @Test
    void aRequestDoesNotPrintItsText() {
        assertThat(REQUEST).asString().doesNotContain("CANARY");
        assertThat(new PreparedSpeech(REQUEST, "model-1", SpeechDelivery.WHOLE, 1))
                .asString()
                .doesNotContain("CANARY");
    }

    private static void assertNoTextIn(Speaking speaking) {
        assertThat(speaking.events).isNotEmpty();
        for (CloneEvent event : speaking.events) {
            assertThat(event + event.text()).doesNotContain("CANARY");
        }
    }
}
