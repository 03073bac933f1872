package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.little;
import static io.voicecloner.audio.Bytes.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("B49")
class WavTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 8000,  8",
        "1, 1, 24000, 16",
        "1, 2, 44100, 16",
        "1, 6, 48000, 24",
        "1, 1, 96000, 32",
        "3, 1, 44100, 32",
        "3, 2, 48000, 64",
        "6, 1, 8000,  8",
        "7, 1, 8000,  8",
    })
    void isMeasuredToTheMillisecondInEveryPlainEncoding(int tag, int channels, int rate, int bits) throws IOException {
        int size = rate / 10 * 11 * channels * bits / 8;

        AudioFacts facts = Inspected.of(WavFile.riff(
                WavFile.format(tag, channels, rate, bits),
                WavFile.data(size, size),
                WavFile.chunk("LIST", text("INFO"))));

        assertThat(facts.format()).contains(AudioFormat.WAV);
        assertThat(Inspected.seconds(facts)).isCloseTo(1.1, within(0.0005));
        assertThat(facts.exact()).isTrue();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0x7FFF_FFFFL, 0x7FFF_FFDBL, 0xFFFF_FFFFL, 0xFFFF_FFDBL})
    void lastsToTheEndOfTheFileIfItsWriterDidNotKnowTheSize(long size) throws IOException {
        AudioFacts facts =
                Inspected.of(WavFile.riff(WavFile.format(WavFile.PCM, 1, 24_000, 16), WavFile.data(size, 96_001)));

        assertThat(Inspected.seconds(facts)).isEqualTo(2.0);
        assertThat(facts.exact()).isTrue();
        assertThat(facts.warnings()).isEmpty();
    }

    @Test
    void lastsNoLongerThanTheFileReachesWhateverTheHeaderPromises() throws IOException {
        AudioFacts facts = Inspected.of(Arrays.copyOf(WavFile.seconds(10), 44 + 3 * 48_000));

        assertThat(Inspected.seconds(facts)).isEqualTo(3.0);
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings())
                .containsExactly("The recording ends before its header says so; it may have been cut off.");
    }

    @Test
    void isMeasuredBehindALongChunk() throws IOException {
        byte[] long_ = WavFile.chunk("bext", new byte[1_500_001]);

        AudioFacts facts = Inspected.of(
                WavFile.riff(long_, WavFile.format(WavFile.PCM, 1, 8000, 16), long_, WavFile.data(16_000, 16_000)));

        assertThat(Inspected.seconds(facts)).isEqualTo(1.0);
    }

    @Test
    void passesUnmeasuredIfAnOddChunkIsNotFilledUp() throws IOException {
        byte[] odd = join(text("LIST"), little(5, 4), text("INFOx"));
        byte[] format = WavFile.format(WavFile.PCM, 1, 8000, 16);

        AudioFacts facts = Inspected.of(WavFile.riff(odd, format, WavFile.data(16_000, 16_000)));

        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings()).hasSize(1);
    }

    @Test
    void mayBeAdpcmWhichIsNotMeasured() throws IOException {
        AudioFacts facts =
                Inspected.of(WavFile.riff(WavFile.format(WavFile.ADPCM, 1, 24_000, 4), WavFile.data(10_000, 10_000)));

        assertThat(facts.format()).contains(AudioFormat.WAV);
        assertThat(facts.length()).isEmpty();
        assertThat(facts.exact()).isFalse();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings())
                .containsExactly("The recording's length was not checked: WAV with ADPCM sound is not measured.");
    }

    @Test
    void mayHaveSizesOf64BitsWhichIsNotMeasured() throws IOException {
        byte[] sizes = WavFile.chunk("ds64", new byte[28]);
        byte[] rest = join(text("WAVE"), sizes, WavFile.format(WavFile.PCM, 1, 8000, 16), WavFile.data(-1, 16_000));

        AudioFacts facts = Inspected.of(join(text("RF64"), little(-1, 4), rest));

        assertThat(facts.format()).contains(AudioFormat.WAV);
        assertThat(facts.length()).isEmpty();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings()).singleElement().asString().contains("RF64");
    }

    @Test
    void withoutSoundIsRefused() throws IOException {
        byte[] format = WavFile.format(WavFile.PCM, 1, 8000, 16);

        assertThat(Inspected.rules(Inspected.of(WavFile.riff(format, WavFile.data(0, 0)))))
                .containsExactly("no-sound");
        assertThat(Inspected.rules(Inspected.of(WavFile.riff(format, WavFile.data(1000, 0)))))
                .containsExactly("no-sound");
        assertThat(Inspected.rules(Inspected.of(WavFile.riff(format)))).containsExactly("no-sound");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 0, 8000, 16",
        "1, 1, 0, 16",
        "1, 1, -8000, 16",
        "3, 0, 0, 32",
        "3, 1, 0, 32",
        "2, 0, 8000, 4",
        "2, 1, 0, 4",
        "0, 1, 8000, 16"
    })
    void withAFormatThatCannotBeIsDamaged(int tag, int channels, int rate, int bits) throws IOException {
        AudioFacts facts =
                Inspected.of(WavFile.riff(WavFile.format(tag, channels, rate, bits), WavFile.data(16_000, 16_000)));

        assertThat(Inspected.rules(facts)).containsExactly("damaged");
        assertThat(facts.length()).isEmpty();
    }

    @Test
    void withoutAFormatIsDamaged() throws IOException {
        AudioFacts facts = Inspected.of(WavFile.riff(WavFile.data(16_000, 16_000)));

        assertThat(Inspected.rules(facts)).containsExactly("damaged");
        assertThat(Inspected.findings(facts)).isEqualTo("starts like wav but is damaged");
    }

    @Test
    void isReadByTheJdkAloneWhateverReadersTheApplicationHas() throws IOException {
        assertThat(ForeignSoundReader.asked()).isFalse();

        assertThat(Inspected.seconds(Inspected.of(WavFile.seconds(2)))).isEqualTo(2.0);
        Inspected.of(WavFile.riff(WavFile.format(WavFile.ADPCM, 1, 24_000, 4), WavFile.data(10_000, 10_000)));

        assertThat(ForeignSoundReader.asked()).isFalse();
    }
}
