package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.testkit.Silence;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Ids that a floating-point number cannot hold reach the provider as it gave them out. */
class LargeFileIdTest {
    @AutoClose
    private final Emulator emulator = Emulator.builder().largeFileIds().start();

    @Test
    void noDigitIsLostOnTheWayFromTheUploadToTheClone() {
        try (VoiceCloner cloner = VoiceCloners.fromProperties(emulator.properties("minimax"))) {
            cloner.cloneVoice(CloneRequest.of(AudioSource.bytes(Silence.wav(Duration.ofSeconds(11))))
                    .withPrompt(AudioSource.bytes(Silence.wav(Duration.ofSeconds(4))), "Hello there."));
        }

        assertThat(emulator.voices()).hasSize(1);
        assertThat(emulator.uploads())
                .allSatisfy(
                        upload -> assertThat((long) (double) upload.fileId()).isNotEqualTo(upload.fileId()));
    }
}
