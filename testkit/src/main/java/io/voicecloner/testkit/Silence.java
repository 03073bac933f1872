package io.voicecloner.testkit;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Recordings of nobody, for hosts that want well-formed audio of a certain length. */
public final class Silence {
    private static final int HEAD = 44;
    private static final int SAMPLES_A_SECOND = 8_000;
    private static final int BYTES_A_SAMPLE = 2;
    private static final short PCM = 1;
    private static final short MONO = 1;

    private Silence() {}

    /** A wav file of this length: PCM, 8 kHz, mono, 16 bit. Ten seconds are 160 kB. */
    public static byte[] wav(Duration length) {
        int audio = Math.toIntExact(length.toMillis() * SAMPLES_A_SECOND / 1_000 * BYTES_A_SAMPLE);
        return ByteBuffer.allocate(HEAD + audio)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(HEAD - 8 + audio)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort(PCM)
                .putShort(MONO)
                .putInt(SAMPLES_A_SECOND)
                .putInt(SAMPLES_A_SECOND * BYTES_A_SAMPLE)
                .putShort((short) BYTES_A_SAMPLE)
                .putShort((short) (BYTES_A_SAMPLE * 8))
                .put(ascii("data"))
                .putInt(audio)
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
