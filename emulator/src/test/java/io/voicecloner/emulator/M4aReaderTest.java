package io.voicecloner.emulator;

import static io.voicecloner.emulator.M4aFile.FTYP;
import static io.voicecloner.emulator.M4aFile.box;
import static io.voicecloner.emulator.M4aFile.elst;
import static io.voicecloner.emulator.M4aFile.ints;
import static io.voicecloner.emulator.M4aFile.mdat;
import static io.voicecloner.emulator.M4aFile.moov;
import static io.voicecloner.emulator.M4aFile.mvhd;
import static io.voicecloner.emulator.M4aFile.trak;
import static io.voicecloner.emulator.Reading.seconds;
import static io.voicecloner.emulator.Sounds.ascii;
import static io.voicecloner.emulator.Sounds.concat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class M4aReaderTest {
    private static final byte[] NO_EDITS = {};

    /** 375 frames of 1024 samples are 8 s. */
    private static final byte[] MOOV = moov(NO_EDITS, 375, 0);

    private static final byte[] MDAT = mdat(375);

    @Test
    void theMovieMayComeBeforeOrAfterTheSound() throws IOException {
        Sound expected = new Sound(AudioFormat.M4A, Duration.ofSeconds(8), 48_000L, 2250L);
        assertThat(Reading.of(FTYP, MOOV, MDAT)).isEqualTo(expected);
        assertThat(Reading.of(FTYP, box("free"), MDAT, MOOV, new byte[300])).isEqualTo(expected);
    }

    @Test
    void sizesMayHave64BitsOrMeanToTheEnd() throws IOException {
        byte[] large = concat(ints(1), ascii("mdat"), ints(0, 16 + 2250), new byte[2250]);
        assertThat(seconds(FTYP, large, MOOV)).isEqualTo(8);
        assertThat(seconds(FTYP, MOOV, ints(0), ascii("mdat"), new byte[2250])).isEqualTo(8);
    }

    @Test
    void headersOf64BitsAreRead() throws IOException {
        byte[] mdhd = box("mdhd", ints(0x1000000, 0, 0, 0, 0, 1000, 0, 0, 0));
        byte[] stts = box("stbl", box("stts", ints(0, 2, 3, 2000, 1, 500)));
        byte[] soun = box("hdlr", ints(0, 0), ascii("soun"));
        byte[] edits = box("edts", box("elst", ints(0x1000000, 1, 0, 4000, 0, 1000, 0x10000)));
        byte[] largeMvhd = box("mvhd", ints(0x1000000, 0, 0, 0, 0, 1000, 0, 7), new byte[80]);
        byte[] movie = box("moov", largeMvhd, box("trak", edits, box("mdia", mdhd, soun, box("minf", stts))));
        assertThat(seconds(FTYP, MDAT, movie)).isEqualTo(4);
    }

    @Test
    void theEditListSaysWhatIsPlayed() throws IOException {
        assertThat(seconds(FTYP, moov(elst(5000, 1024), 375, 0), MDAT)).isEqualTo(5);
        assertThat(seconds(FTYP, moov(elst(0, 48_000), 375, 0), MDAT)).isEqualTo(7);
    }

    @Test
    void anEditCannotPlayMoreThanThereIs() throws IOException {
        assertThat(seconds(FTYP, moov(elst(60_000, 96_000), 375, 0), MDAT)).isEqualTo(6);
        assertThat(seconds(FTYP, moov(elst(60_000, 960_000), 375, 0), MDAT)).isEqualTo(0);
    }

    @Test
    void aPauseIsNotSound() throws IOException {
        byte[] edits =
                box("edts", box("elst", ints(0, 3, 20_000, -1, 0x10000, 1000, 0, 0x10000, 2500, 48_000, 0x10000)));
        assertThat(seconds(FTYP, moov(edits, 375, 0), MDAT)).isEqualTo(3.5);
    }

    @Test
    void fragmentsAreAddedUp() throws IOException {
        // 10 samples of the track's default, 2 of the fragment's, 3 with durations of their own.
        byte[] byDefault = traf(1, 0, ints(), box("trun", ints(0, 10)));
        byte[] byFragment = traf(1, 0x0B, ints(0, 0, 0, 9_600), box("trun", ints(0x205, 2, 0, 0, 1, 1)));
        byte[] byRun = traf(1, 0, ints(), box("trun", ints(0x301, 3, 0, 48_000, 1, 24_000, 1, 24_000, 1)));
        byte[] ofAnotherTrack = traf(2, 0x08, ints(1_000_000), box("trun", ints(0, 9)));
        assertThat(seconds(fragmented(4_800, 0, byDefault, byFragment, ofAnotherTrack, byRun)))
                .isEqualTo(1 + 0.4 + 2);
    }

    @Test
    void aFragmentedFileMayHaveSamplesInItsMovieToo() throws IOException {
        byte[] more = box("mvex", trex(0));
        byte[] fragment = box("moof", traf(1, 0x08, ints(48_000), box("trun", ints(0, 2))));
        assertThat(seconds(FTYP, moov(NO_EDITS, 375, 0, more), MDAT, fragment, MDAT))
                .isEqualTo(10);
    }

    @Test
    void whenSamplesDoNotTellTheirLengthTheHeaderOfTheFragmentsDoes() throws IOException {
        byte[] silent = traf(1, 0, ints(), box("trun", ints(0, 10)));
        assertThat(seconds(fragmented(0, 12_500, silent))).isEqualTo(12.5);
        Reading.assertUnknownLength(AudioFormat.M4A, fragmented(0, 0, silent));
        Reading.assertUnknownLength(AudioFormat.M4A, fragmented(0, -1, silent));
    }

    @Test
    void soundCutOffHasNoKnownLength() throws IOException {
        byte[] whole = concat(FTYP, MOOV, MDAT);
        Reading.assertUnknownLength(AudioFormat.M4A, Arrays.copyOf(whole, whole.length - 1));
    }

    @Test
    void withoutItsMovieItIsNoSound() throws IOException {
        assertThat(Reading.of(FTYP, MDAT)).isNull();
        byte[] whole = concat(FTYP, MDAT, MOOV);
        assertThat(Reading.of(Arrays.copyOf(whole, whole.length - 60))).isNull();
    }

    @Test
    void withPicturesOrWithoutSoundItIsNotM4a() throws IOException {
        byte[] pictures = trak("vide", NO_EDITS, 375, 0);
        assertThat(Reading.of(FTYP, moov(NO_EDITS, 375, 0, pictures), MDAT)).isNull();
        assertThat(Reading.of(FTYP, box("moov", mvhd(8000), trak("text", NO_EDITS, 375, 0)), MDAT))
                .isNull();
        assertThat(Reading.of(FTYP, moov(NO_EDITS, 0, 0), MDAT)).isNull();
        assertThat(Reading.of(FTYP, MOOV)).isNull();
    }

    @Test
    void chaptersDoNotMakeItLonger() throws IOException {
        byte[] chapters = trak("text", NO_EDITS, 9000, 0);
        assertThat(seconds(FTYP, moov(NO_EDITS, 375, 0, chapters), MDAT)).isEqualTo(8);
    }

    private static byte[] fragmented(int sampleUnits, int milliseconds, byte[]... trafs) {
        byte[] mvex = box("mvex", box("mehd", ints(0, milliseconds)), trex(sampleUnits));
        return concat(FTYP, moov(NO_EDITS, 0, 0, mvex), box("moof", trafs), MDAT);
    }

    private static byte[] trex(int sampleUnits) {
        return box("trex", ints(0, 1, 1, sampleUnits, 0, 0));
    }

    private static byte[] traf(int track, int flags, byte[] fields, byte[] trun) {
        return box("traf", box("tfhd", ints(flags, track), fields), trun);
    }
}
