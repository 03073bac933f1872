package io.voicecloner.emulator;

import static io.voicecloner.emulator.Sounds.ascii;
import static io.voicecloner.emulator.Sounds.concat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;

/** Mp3 files, frame by frame. A frame of nothing but zeros after its header decodes to silence. */
final class Mp3File {
    /** MPEG 1, 48 kHz, 32 kbit/s, mono: 96 bytes, 24 ms. */
    static final int FRAME = 0xFFFB14C0;

    /** The same at 64 kbit/s: 192 bytes. */
    static final int LARGE_FRAME = 0xFFFB54C0;

    /** MPEG 2, 24 kHz, 32 kbit/s, mono: 96 bytes, 24 ms. */
    static final int MPEG_2_FRAME = 0xFFF344C0;

    /** MPEG 2.5, 8 kHz, 8 kbit/s, mono: 72 bytes, 72 ms. */
    static final int MPEG_25_FRAME = 0xFFE318C0;

    private static final int SAMPLES_PER_SECOND = 48_000;
    private static final int SAMPLES_PER_FRAME = 1152;
    private static final int DELAY = 576;
    private static final int DECODER_DELAY = 529;

    private Mp3File() {}

    /** With an index frame that tells how many samples at both ends are not sound, as LAME writes it. */
    static byte[] exactly(Duration length) {
        long samples = length.toMillis() * SAMPLES_PER_SECOND / 1000;
        int frames = (int) ((samples + DELAY + DECODER_DELAY + SAMPLES_PER_FRAME - 1) / SAMPLES_PER_FRAME);
        int padding = (int) (frames * (long) SAMPLES_PER_FRAME - DELAY - samples);
        return concat(index("Info", frames, DELAY, padding), frames(FRAME, 96, frames));
    }

    static byte[] frames(int header, int bytes, int count) {
        ByteBuffer all = ByteBuffer.allocate(bytes * count);
        for (int i = 0; i < count; i++) {
            all.putInt(i * bytes, header);
        }
        return all.array();
    }

    static byte[] index(String name, int frames, int delay, int padding) {
        ByteBuffer frame = ByteBuffer.allocate(96).putInt(FRAME).position(4 + 17);
        frame.put(ascii(name)).putInt(1).putInt(frames).put(ascii("LAME3.100")).position(frame.position() + 12);
        return frame.put((byte) (delay >> 4))
                .put((byte) (delay << 4 | padding >> 8))
                .put((byte) padding)
                .array();
    }

    static byte[] fraunhoferIndex() {
        return ByteBuffer.allocate(96)
                .putInt(FRAME)
                .position(36)
                .put(ascii("VBRI"))
                .array();
    }

    /** An ID3v2 tag that holds this many bytes, fewer than 16,384. */
    static byte[] id3(int bytes) {
        byte[] tag = Arrays.copyOf(ascii("ID3\3"), 10 + bytes);
        tag[8] = (byte) (bytes >> 7);
        tag[9] = (byte) (bytes & 0x7F);
        return tag;
    }
}
