package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.fake.Recordings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Everything wrong with a request is told at once, and nothing is sent. */
class EveryViolationTest {
    private static final CloneRequest ALL_WRONG = CloneRequest.of(AudioSource.file(Path.of("nowhere.wav")))
            .withVoiceId("short")
            .withPrompt(AudioSource.bytes(new byte[0]), "")
            .withPreview("", "")
            .withLanguage("")
            .withAccuracy(7);

    @Test
    void allViolationsAreListedTogether() {
        assertThat(Checks.forFiles().rules(ALL_WRONG))
                .containsExactlyInAnyOrder(
                        "audio: missing",
                        "promptAudio: empty",
                        "promptText: empty",
                        "voiceId: malformed",
                        "text: empty",
                        "model: empty",
                        "language: empty",
                        "accuracy: out-of-range");
    }

    @Test
    void theExceptionCountsThemAndSaysThatNothingWasSent() {
        InvalidRequestException failure = Checks.forFiles().failure(ALL_WRONG);
        assertThat(failure).hasMessageContainingAll("fake: ", "for 8 reasons", "Nothing was sent.");
        assertThat(failure.provider()).contains("fake");
        assertThat(failure.step()).isEqualTo(Step.CHECK);
        assertThat(failure.reason()).isEqualTo(Reason.VIOLATIONS);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @Test
    void allWarningsAreListedTogether() {
        CloneRequest odd = Checks.GOOD
                .withPrompt(AudioSource.bytes(Recordings.wav(100)), "no full stop")
                .withPreview("Hello.", "model-9")
                .withLanguage("Klingon");
        assertThat(Checks.forFiles().warnings(odd)).hasSize(3);
    }
}
