package io.voicecloner.emulator;

import static io.voicecloner.emulator.M4aFile.FTYP;
import static io.voicecloner.emulator.M4aFile.box;
import static io.voicecloner.emulator.M4aFile.ints;
import static io.voicecloner.emulator.M4aFile.mdat;
import static io.voicecloner.emulator.M4aFile.mvhd;
import static io.voicecloner.emulator.Sounds.ascii;
import static io.voicecloner.emulator.Sounds.concat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files made to keep a reader busy, to fill its memory or to make it fall over. The heap of these tests is small. */
@Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileSoundTest {
    private static final int MANY = 8_000_000;

    @Test
    void boxesWithoutEndAreGivenUp() throws IOException {
        assertThat(Reading.of(FTYP, repeated(box("skip")), M4aFile.moov(new byte[0], 1, 0), mdat(1)))
                .isNull();
    }

    @Test
    void boxesInsideOfBoxesAreGivenUp() throws IOException {
        for (String type : new String[] {"mdia", "edts", "traf", "mvex"}) {
            int depth = 100_000;
            ByteBuffer nested = ByteBuffer.allocate(8 * depth);
            for (int left = depth; left > 0; left--) {
                nested.putInt(8 * left).put(ascii(type));
            }
            byte[] trak = box("trak", nested.array());
            assertThat(Reading.of(FTYP, box("moov", mvhd(0), trak, nested.array()), mdat(1)))
                    .isNull();
            byte[] movie = M4aFile.moov(new byte[0], 0, 0);
            assertThat(Reading.of(FTYP, movie, box("moof", nested.array()), mdat(1)))
                    .satisfiesAnyOf(
                            sound -> assertThat(sound).isNull(),
                            sound -> assertThat(sound)
                                    .extracting(Sound::duration)
                                    .isNull());
        }
    }

    @Test
    void tablesThatClaimMoreThanTheyHoldAreNoSound() throws IOException {
        assertThat(Reading.of(withStts(0, 0x7FFFFFFF, 1, 1))).isNull();
        assertThat(Reading.of(withStts(0, -1, 1, 1))).isNull();
        byte[] run = box("moof", box("traf", box("tfhd", ints(0, 1)), box("trun", ints(0x100, -1, 1))));
        assertThat(Reading.of(FTYP, M4aFile.moov(new byte[0], 0, 0), run, mdat(1)))
                .isNull();
    }

    @Test
    void lengthsThatLeave64BitsAreNoSound() throws IOException {
        assertThat(Reading.of(withStts(0, 1, -1, -1))).isNull();
        assertThat(Reading.of(withStts(0, 2, -1, 0x7FFFFFFF, -1, 0x7FFFFFFF))).isNull();
    }

    @Test
    void boxesThatClaimImpossibleSizesAreNoSound() throws IOException {
        assertThat(Reading.of(FTYP, ints(7), ascii("free"), mdat(1))).isNull();
        assertThat(Reading.of(FTYP, ints(1), ascii("free"), ints(-1, -1), mdat(1)))
                .isNull();
        assertThat(Reading.of(FTYP, ints(1), ascii("free"), ints(0, 15), mdat(1)))
                .isNull();
        assertThat(Reading.of(FTYP, ints(1), ascii("free"), ints(0x7FFFFFFF, -1), mdat(1)))
                .isNull();
    }

    @Test
    void aTrackWithoutAClockIsNoSound() throws IOException {
        byte[] still = withStts(0, 1, 1, 1);
        int clock = new String(still, StandardCharsets.ISO_8859_1).indexOf("mdhd") + 4 + 12;
        Arrays.fill(still, clock, clock + 4, (byte) 0);
        assertThat(Reading.of(still)).isNull();
    }

    @Test
    void chunksWithoutEndAreGivenUp() throws IOException {
        assertThat(Reading.of(ascii("RIFF____WAVE"), WavFile.fmt(1, 2), repeated(WavFile.chunk("LIST", new byte[0]))))
                .isNull();
    }

    @Test
    void tagsWithoutEndAreGivenUp() throws IOException {
        assertThat(Reading.of(repeated(Mp3File.id3(0)))).isNull();
    }

    @Test
    void headersOfFramesWithoutFramesAreNoSound() throws IOException {
        assertThat(Reading.of(repeated(ints(0xFFFB9000)))).isNull();
        assertThat(Reading.of(repeated(new byte[] {(byte) 0xFF}))).isNull();
    }

    @Test
    void randomBytesAreNoSound() throws IOException {
        byte[] bytes = new byte[MANY];
        new Random(1).nextBytes(bytes);
        assertThat(Reading.of(bytes)).isNull();
        assertThat(Reading.of(FTYP, bytes)).isNull();
        assertThat(Reading.of(ascii("RIFF____WAVE"), bytes)).isNull();
    }

    /** An exception other than the one for unreadable files, or an endless walk, fails this. */
    @Test
    void damageAtRandomPlacesIsReadToAnEnd() throws IOException {
        Random random = new Random(2);
        byte[][] files = {Sounds.wav(1), Sounds.mp3WithId3(), Sounds.m4a()};
        int read = 0;
        for (int i = 0; i < 600; i++) {
            byte[] damaged = files[i % files.length].clone();
            for (int j = 0; j < 4; j++) {
                int place = random.nextBoolean() ? damaged.length - 1 - random.nextInt(900) : random.nextInt(900);
                damaged[place] = (byte) random.nextInt();
            }
            read += Reading.of(damaged) == null ? 0 : 1;
        }
        assertThat(read).isBetween(300, 599);
    }

    private static byte[] withStts(int... fields) {
        byte[] stts = box("stbl", box("stts", ints(fields)));
        byte[] mdhd = box("mdhd", ints(0, 0, 0, 1000, 0, 0));
        byte[] mdia = box("mdia", mdhd, box("hdlr", ints(0, 0), ascii("soun")), box("minf", stts));
        return concat(FTYP, box("moov", mvhd(0), box("trak", mdia)), mdat(1));
    }

    private static byte[] repeated(byte[] bytes) {
        ByteBuffer all = ByteBuffer.allocate(MANY / bytes.length * bytes.length);
        while (all.hasRemaining()) {
            all.put(bytes);
        }
        return all.array();
    }
}
