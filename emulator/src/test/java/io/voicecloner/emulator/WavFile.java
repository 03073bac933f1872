package io.voicecloner.emulator;

import static io.voicecloner.emulator.Sounds.ascii;
import static io.voicecloner.emulator.Sounds.concat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;

/** Wav files, chunk by chunk. */
final class WavFile {
    static final int RATE = 8000;

    private WavFile() {}

    /** Mono, 16 bit, 8 kHz. */
    static byte[] pcm(Duration length) {
        return riff(fmt(1, 2), data(length));
    }

    static byte[] riff(byte[]... chunks) {
        byte[] content = concat(chunks);
        return concat(ascii("RIFF"), number(content.length + 4), ascii("WAVE"), content);
    }

    static byte[] data(Duration length) {
        return chunk("data", new byte[(int) (length.toMillis() * RATE / 1000 * 2)]);
    }

    /** With the pad byte that an odd size needs. */
    static byte[] chunk(String id, byte[] content) {
        return concat(chunkClaiming(id, content.length, content), new byte[content.length & 1]);
    }

    static byte[] chunkClaiming(String id, long size, byte[] content) {
        return concat(ascii(id), number(size), content);
    }

    /** Mono at 8 kHz. What it says of bytes per second is wrong, as writers of compressed sound have it. */
    static byte[] fmt(int tag, int blockBytes) {
        return chunk("fmt ", fields(tag, blockBytes));
    }

    /** The format's tag stands at the start of a GUID. */
    static byte[] extensibleFmt(int tag, int blockBytes) {
        ByteBuffer more = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        more.putShort((short) 22).putShort((short) 16).putInt(4);
        more.putShort((short) tag)
                .put(new byte[] {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71});
        return chunk("fmt ", concat(fields(0xFFFE, blockBytes), more.array()));
    }

    private static byte[] fields(int tag, int blockBytes) {
        ByteBuffer fields = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        fields.putShort((short) tag).putShort((short) 1).putInt(RATE).putInt(777);
        return fields.putShort((short) blockBytes)
                .putShort((short) (blockBytes * 8))
                .array();
    }

    static byte[] number(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }
}
