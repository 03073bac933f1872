package io.voicecloner.emulator;

import static io.voicecloner.emulator.Mp3File.FRAME;
import static io.voicecloner.emulator.Mp3File.LARGE_FRAME;
import static io.voicecloner.emulator.Mp3File.MPEG_25_FRAME;
import static io.voicecloner.emulator.Mp3File.MPEG_2_FRAME;
import static io.voicecloner.emulator.Mp3File.frames;
import static io.voicecloner.emulator.Mp3File.id3;
import static io.voicecloner.emulator.Mp3File.index;
import static io.voicecloner.emulator.Reading.seconds;
import static io.voicecloner.emulator.Sounds.ascii;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp3ReaderTest {
    /** 125 frames of 24 ms. */
    private static final byte[] THREE_SECONDS = frames(FRAME, 96, 125);

    @Test
    void framesOfEachVersionAreCounted() throws IOException {
        assertThat(Reading.of(THREE_SECONDS))
                .isEqualTo(new Sound(AudioFormat.MP3, Duration.ofSeconds(3), 48_000L, 32_000L));
        assertThat(Reading.of(frames(MPEG_2_FRAME, 96, 125)))
                .isEqualTo(new Sound(AudioFormat.MP3, Duration.ofSeconds(3), 24_000L, 32_000L));
        assertThat(Reading.of(frames(MPEG_25_FRAME, 72, 125)))
                .isEqualTo(new Sound(AudioFormat.MP3, Duration.ofSeconds(9), 8_000L, 8_000L));
    }

    @Test
    void ofAVariableBitrateTheMeanIsTold() throws IOException {
        assertThat(Reading.of(THREE_SECONDS, frames(LARGE_FRAME, 192, 125)))
                .isEqualTo(new Sound(AudioFormat.MP3, Duration.ofSeconds(6), 48_000L, 48_000L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Info", "Xing"})
    void theIndexFrameIsNoSoundAndTellsOfSilenceAtBothEnds(String name) throws IOException {
        double silence = (576 + 1200) / 48_000.0;
        assertThat(seconds(index(name, 125, 576, 1200), THREE_SECONDS)).isEqualTo(3 - silence);
    }

    @Test
    void fraunhofersIndexFrameIsNoSoundEither() throws IOException {
        assertThat(seconds(Mp3File.fraunhoferIndex(), THREE_SECONDS)).isEqualTo(3);
    }

    @Test
    void theCountInTheIndexIsNotBelieved() throws IOException {
        assertThat(seconds(index("Xing", 100_000, 0, 0), THREE_SECONDS)).isCloseTo(3, within(0.012));
    }

    @Test
    void ofACutFileOnlyTheSilenceAtTheStartIsLeftOut() throws IOException {
        double late = (576 + 529) / 48_000.0;
        assertThat(seconds(index("Info", 250, 576, 4000), THREE_SECONDS)).isEqualTo(nanos(3 - late));
        assertThat(seconds(Arrays.copyOf(THREE_SECONDS, THREE_SECONDS.length - 1)))
                .isEqualTo(3 - 0.024);
    }

    @Test
    void tagsInFrontBetweenAndBehindAreNoSound() throws IOException {
        assertThat(seconds(id3(9000), id3(0), THREE_SECONDS, id3(9000), THREE_SECONDS, ascii("TAG"), new byte[125]))
                .isEqualTo(6);
        assertThat(seconds(THREE_SECONDS, ascii("APETAGEX"), new byte[50_000])).isEqualTo(3);
    }

    @Test
    void aLittleOfAnythingElseIsStepedOver() throws IOException {
        assertThat(seconds(new byte[2000], THREE_SECONDS, new byte[4000], THREE_SECONDS))
                .isEqualTo(6);
    }

    @Test
    void moreOfAnythingElseEndsTheSound() throws IOException {
        assertThat(Reading.of(new byte[5000], THREE_SECONDS)).isNull();
        assertThat(seconds(THREE_SECONDS, new byte[5000], THREE_SECONDS)).isEqualTo(3);
    }

    @Test
    void gluedFilesOfDifferentSampleRatesAreAddedUp() throws IOException {
        assertThat(seconds(THREE_SECONDS, frames(MPEG_25_FRAME, 72, 125))).isEqualTo(12);
    }

    @Test
    void twoFramesAmongOtherBytesAreAnAccident() throws IOException {
        assertThat(Reading.of(new byte[100], frames(FRAME, 96, 2), new byte[1000]))
                .isNull();
        assertThat(seconds(new byte[100], frames(FRAME, 96, 3), new byte[1000])).isEqualTo(0.072);
    }

    @Test
    void layersOneAndTwoAndTheFreeBitrateAreNotMp3() throws IOException {
        assertThat(Reading.of(frames(FRAME | 0x60000, 96, 50))).isNull();
        assertThat(Reading.of(frames((FRAME & ~0x60000) | 0x40000, 96, 50))).isNull();
        assertThat(Reading.of(frames(FRAME & ~0xF000, 96, 50))).isNull();
    }

    private static double nanos(double seconds) {
        return Math.floor(seconds * 1e9) / 1e9;
    }
}
