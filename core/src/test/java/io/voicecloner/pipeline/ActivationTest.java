package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.VOICE;
import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Activation;
import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Reason;
import io.voicecloner.Retention;
import io.voicecloner.Step;
import io.voicecloner.VoiceNotFoundException;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.SpeakingSession;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.SpokenAudio;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keeping a voice by its first use, and what is said of one that is gone. */
class ActivationTest {
    private static final SpeakingSession.Script MISSING = (request, output, scope) -> {
        throw Failures.exception(
                scope.failure(Category.VOICE_NOT_FOUND, Reason.MISSING_VOICE, Step.SPEAK, "there is no such voice")
                        .hint("Look."));
    };

    @Test
    void aFewCharactersKeepAVoiceAndMayBeSentFourTimes() {
        try (Speaking speaking = new Speaking(
                Abilities.speaking(),
                Cloners.SETTINGS.withRetryAmbiguousSpeech(false),
                SpeakingSession.saying(new byte[9]))) {
            speaking.time.pass(Duration.ofDays(3));
            Activation activation = speaking.speech().activate(VOICE);

            assertThat(activation.voice()).isEqualTo(VOICE);
            assertThat(activation.retention()).isEqualTo(Retention.KEPT);
            assertThat(activation.activatedAt()).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(3)));
            assertThat(activation.synthesis().bytes()).isEqualTo(9);
            assertThat(speaking.session.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.request().text().length()).isLessThan(10);
                assertThat(asked.repeatsAfterLoss()).isEqualTo(3);
            });
            assertThat(speaking.events).hasAtLeastOneElementOfType(CloneEvent.SpeechMade.class);
        }
    }

    /** The voice was kept and the fee taken, and the caller was told that it failed. */
    @Test
    void speechThatNobodyWantsIsNotFetched() {
        try (Speaking speaking = new Speaking(
                (request, output, scope) -> SpokenAudio.at(Optional.of(URI.create("https://gone.example/speech"))))) {
            assertThat(speaking.speech().activate(VOICE).retention()).isEqualTo(Retention.KEPT);
        }
    }

    @Test
    void whatTheSettingSaysOfRepeatsHoldsForOrdinarySpeech() {
        try (Speaking speaking = new Speaking(
                Abilities.speaking(),
                Cloners.SETTINGS.withRetryAmbiguousSpeech(false),
                SpeakingSession.saying(new byte[9]))) {
            speaking.speech().synthesize(Speaking.REQUEST, new java.io.ByteArrayOutputStream());
            assertThat(speaking.session.asked().get(0).repeatsAfterLoss()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            P0D      | somebody deleted it
            PT167H   | would be kept until 1970-01-08T00:00:00Z
            PT167H59M59S | somebody deleted it
            PT168H   | It was made at 1970-01-01T00:00:00Z. If it was never used in a synthesis, it expired
            P30D     | is gone since 1970-01-08T00:00:00Z; otherwise somebody deleted it. Clone it again.
            """)
    void aVoiceThatIsGoneIsSaidToBeGoneSinceWhen(String later, String words) {
        try (Speaking speaking = new Speaking(MISSING)) {
            ClonedVoice voice = ClonedVoice.builder(VOICE, Instant.EPOCH).build();
            speaking.time.pass(Duration.parse(later));

            VoiceNotFoundException failure = failure(
                    VoiceNotFoundException.class, () -> speaking.speech().activate(voice));
            assertThat(failure).hasMessageContaining(words).hasMessageContaining("Nothing was synthesized.");
        }
    }

    @Test
    void ofAVoiceOfUnknownAgeNothingIsMadeUp() {
        try (Speaking speaking = new Speaking(MISSING)) {
            VoiceNotFoundException failure = failure(
                    VoiceNotFoundException.class, () -> speaking.speech().activate(VOICE));

            assertThat(failure.hint()).contains("Look.");
        }
    }
}
