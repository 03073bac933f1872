package io.voicecloner.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;

/** The JDK's own reader of wav files judges it. */
class SilenceTest {
    @Test
    void itIsAWavFileOfTheLengthAskedFor() throws Exception {
        try (AudioInputStream audio =
                AudioSystem.getAudioInputStream(new ByteArrayInputStream(Silence.wav(Duration.ofMillis(11_250))))) {
            assertThat(audio.getFormat().getSampleRate()).isEqualTo(8_000f);
            assertThat(audio.getFormat().getChannels()).isEqualTo(1);
            assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(16);
            assertThat(audio.getFrameLength()).isEqualTo(90_000);
            assertThat(audio.readAllBytes()).hasSize(180_000).containsOnly(0);
        }
    }
}
