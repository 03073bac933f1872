package io.voicecloner.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("B48")
class SamplesTest {
    @ParameterizedTest
    @CsvSource({"speech.mp3, MP3, 11.0", "speech.m4a, M4A, 11.0", "speech.wav, WAV, 11.0", "prompt.mp3, MP3, 4.0"})
    void areWhatTheirReadmeSays(String name, AudioFormat format, double seconds) throws IOException {
        AudioFacts facts = Inspected.of(Inspected.SAMPLES.resolve(name));

        assertThat(facts.format()).contains(format);
        assertThat(Inspected.seconds(facts)).isCloseTo(seconds, within(0.05));
        assertThat(facts.exact()).isTrue();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void areTheSameUnderAWrongName(@TempDir Path folder) throws IOException {
        Path misnamed = Files.copy(Inspected.SAMPLES.resolve("speech.wav"), folder.resolve("speech.mp3"));

        assertThat(Inspected.of(misnamed)).isEqualTo(Inspected.of(Inspected.SAMPLES.resolve("speech.wav")));
    }
}
