package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundReaderTest {

    @ParameterizedTest
    @CsvSource({
        "speech.mp3, MP3, 11, 64000",
        "speech.m4a, M4A, 11, 68970",
        "speech.wav, WAV, 11, 705600",
        "prompt.mp3, MP3, 4, 64000"
    })
    void theSamplesOfTheRepositoryAreAsLongAsTheirPageSays(String name, AudioFormat format, int seconds, long bitrate)
            throws IOException {
        Sound sound = SoundReader.read(Path.of("..", "samples", name));
        assertThat(sound).isEqualTo(new Sound(format, Duration.ofSeconds(seconds), 44_100L, bitrate));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4_000, 7_999, 8_000, 9_999, 10_000, 10_001, 300_000})
    void oneRecordingIsEquallyLongInEachFormat(long milliseconds) throws IOException {
        Duration length = Duration.ofMillis(milliseconds);
        assertThat(read(Sounds.wav(length)).duration()).isEqualTo(length);
        assertThat(read(Sounds.mp3(length)).duration()).isEqualTo(length);
        assertThat(read(Sounds.mp3WithId3(length)).duration()).isEqualTo(length);
        assertThat(read(Sounds.m4a(length)).duration()).isEqualTo(length);
    }

    @Test
    void whatIsNoneOfTheFormatsIsNoSound() throws IOException {
        assertThat(Reading.of(new byte[0])).isNull();
        assertThat(Reading.of(new byte[] {'I'})).isNull();
        assertThat(Reading.of(Sounds.notes())).isNull();
        assertThat(Reading.of(Sounds.aac())).isNull();
        assertThat(Reading.of(Sounds.ascii("RIFF____AVI "), Mp3File.frames(Mp3File.FRAME, 96, 9)))
                .isNull();
        assertThat(Reading.of(Mp3File.id3(100), Sounds.ascii("fLaC"), new byte[5000]))
                .isNull();
    }

    @Test
    void aHeaderWithoutSoundIsNoSound() throws IOException {
        assertThat(Reading.of(Arrays.copyOf(Sounds.wav(1), 44))).isNull();
        assertThat(Reading.of(Mp3File.id3(100))).isNull();
        assertThat(Reading.of(Mp3File.index("Info", 0, 576, 0))).isNull();
        assertThat(Reading.of(M4aFile.FTYP)).isNull();
    }

    private static Sound read(byte[] content) throws IOException {
        return Objects.requireNonNull(Reading.of(content));
    }
}
