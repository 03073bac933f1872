package io.voicecloner.emulator;

import static io.voicecloner.emulator.Reading.seconds;
import static io.voicecloner.emulator.WavFile.chunk;
import static io.voicecloner.emulator.WavFile.chunkClaiming;
import static io.voicecloner.emulator.WavFile.data;
import static io.voicecloner.emulator.WavFile.extensibleFmt;
import static io.voicecloner.emulator.WavFile.fmt;
import static io.voicecloner.emulator.WavFile.number;
import static io.voicecloner.emulator.WavFile.riff;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {
    private static final byte[] TWO_SECONDS = new byte[2 * WavFile.RATE * 2];

    @Test
    void sampleRateAndBitrateAreThoseOfTheFormatWhateverItSaysOfBytesPerSecond() throws IOException {
        assertThat(Reading.of(Sounds.wav(2)))
                .isEqualTo(new Sound(AudioFormat.WAV, Duration.ofSeconds(2), 8000L, 128_000L));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFFF_FFFFL, 0x7FFF_FFFFL, 1_000_000})
    void aSizeThatARecorderCouldNotWriteMeansToTheEnd(long size) throws IOException {
        assertThat(seconds(riff(fmt(1, 2), chunkClaiming("data", size, TWO_SECONDS))))
                .isEqualTo(2);
    }

    @Test
    void whatFollowsTheSoundIsNotSound() throws IOException {
        assertThat(seconds(riff(fmt(1, 2), data(Duration.ofSeconds(2)), chunk("LIST", new byte[800]))))
                .isEqualTo(2);
    }

    @Test
    void chunksOfOddSizeArePadded() throws IOException {
        assertThat(seconds(riff(
                        chunk("bext", new byte[7]),
                        fmt(1, 2),
                        chunk("LIST", new byte[3]),
                        data(Duration.ofSeconds(2)))))
                .isEqualTo(2);
    }

    @Test
    void anExtensibleFormatIsWhatItsGuidSays() throws IOException {
        assertThat(seconds(riff(extensibleFmt(3, 4), chunk("data", TWO_SECONDS))))
                .isEqualTo(1);
    }

    @Test
    void halfASampleAtTheEndDoesNotCount() throws IOException {
        assertThat(seconds(riff(fmt(1, 2), chunk("data", new byte[2 * WavFile.RATE + 1]))))
                .isEqualTo(1);
    }

    @Test
    void compressedSoundIsAsLongAsItsFactChunkSays() throws IOException {
        byte[] fact = chunk("fact", number(5 * WavFile.RATE));
        assertThat(seconds(riff(fmt(0x11, 256), fact, chunk("data", TWO_SECONDS))))
                .isEqualTo(5);
        assertThat(seconds(riff(extensibleFmt(0x11, 256), fact, chunk("data", TWO_SECONDS))))
                .isEqualTo(5);
    }

    @Test
    void compressedSoundThatIsCutOrSaysNothingHasNoKnownLength() throws IOException {
        byte[] fact = chunk("fact", number(5 * WavFile.RATE));
        byte[] whole = riff(fmt(0x11, 256), fact, chunk("data", TWO_SECONDS));
        Reading.assertUnknownLength(AudioFormat.WAV, Arrays.copyOf(whole, whole.length - 1000));
        Reading.assertUnknownLength(
                AudioFormat.WAV, riff(fmt(0x11, 256), chunk("fact", number(0)), chunk("data", TWO_SECONDS)));
        Reading.assertUnknownLength(AudioFormat.WAV, riff(fmt(0x11, 256), chunk("data", TWO_SECONDS)));
    }

    @Test
    void soundWithoutAFormatIsNone() throws IOException {
        assertThat(Reading.of(riff(data(Duration.ofSeconds(2)), fmt(1, 2)))).isNull();
        assertThat(Reading.of(riff(chunk("fmt ", new byte[14]), data(Duration.ofSeconds(2)))))
                .isNull();
        assertThat(Reading.of(riff(chunk("fmt ", new byte[16]), data(Duration.ofSeconds(2)))))
                .isNull();
    }
}
