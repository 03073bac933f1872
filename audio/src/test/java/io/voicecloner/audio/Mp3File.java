package io.voicecloner.audio;

import static io.voicecloner.audio.Bytes.big;
import static io.voicecloner.audio.Bytes.join;
import static io.voicecloner.audio.Bytes.repeat;
import static io.voicecloner.audio.Bytes.text;

import java.util.List;

/** MP3 files made by hand: silent frames, mono. */
final class Mp3File {
    private static final List<Integer> RATES =
            List.of(44_100, 48_000, 32_000, 22_050, 24_000, 16_000, 11_025, 12_000, 8000);

    /** MPEG-1, MPEG-2, MPEG-2.5, as a header has them. */
    private static final int[] VERSIONS = {3, 2, 0};

    private Mp3File() {}

    /** One frame, with the bit rate that has number 4: 56 kbit/s in MPEG-1, 32 in the others. */
    static byte[] frame(int rate) {
        int number = RATES.indexOf(rate);
        int version = VERSIONS[number / 3];
        int header = 0xFFE0_0000 | version << 19 | 1 << 17 | 1 << 16 | 4 << 12 | number % 3 << 10 | 3 << 6;
        int length = version == 3 ? 144 * 56_000 / rate : 72 * 32_000 / rate;
        return join(big(header, 4), new byte[length - 4]);
    }

    static int samples(int rate) {
        return rate < 32_000 ? 576 : 1152;
    }

    static byte[] frames(int rate, int count) {
        return repeat(frame(rate), count);
    }

    /** Frames of Layer II (2, as a header has it) or I (3), MPEG-2, 22.05 kHz. */
    static byte[] otherLayer(int layer, int count) {
        int header = 0xFFF0_0000 | layer << 17 | 1 << 16 | 4 << 12 | 3 << 6;
        int length = layer == 2 ? 144 * 32_000 / 22_050 : 12 * 64_000 / 22_050 * 4;
        return repeat(join(big(header, 4), new byte[length - 4]), count);
    }

    /** An ID3v2 tag that says that it has so many bytes behind its header. */
    static byte[] tag(long claimed, int held) {
        byte[] size = {
            (byte) (claimed >> 21 & 127),
            (byte) (claimed >> 14 & 127),
            (byte) (claimed >> 7 & 127),
            (byte) (claimed & 127)
        };
        return join(text("ID3"), new byte[] {3, 0, 0}, size, new byte[held]);
    }

    static byte[] tag(int size) {
        return tag(size, size);
    }
}
