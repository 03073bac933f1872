package io.voicecloner.emulator;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Recordings made on the spot: real WAV silence, and the first bytes that mp3 and m4a files have. */
final class Sounds {
    static final int WAV_RATE = 8000;

    private Sounds() {}

    /** Mono, 16 bit, 8 kHz. */
    static byte[] wav(int seconds) {
        int data = seconds * WAV_RATE * 2;
        ByteBuffer wav = ByteBuffer.allocate(44 + data).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + data).put(ascii("WAVE"));
        wav.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(WAV_RATE).putInt(WAV_RATE * 2).putShort((short) 2).putShort((short) 16);
        wav.put(ascii("data")).putInt(data);
        return wav.array();
    }

    static byte[] mp3() {
        return padded(new byte[] {(byte) 0xFF, (byte) 0xFB, (byte) 0x90, 0x44});
    }

    static byte[] mp3WithId3() {
        return padded(ascii("ID3"));
    }

    static byte[] m4a() {
        return padded(ascii("\0\0\0\040ftypM4A "));
    }

    /** AAC without a container begins almost as mp3 does. */
    static byte[] aac() {
        return padded(new byte[] {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80});
    }

    static byte[] notes() {
        return padded(ascii("These are notes, not a voice."));
    }

    private static byte[] padded(byte[] start) {
        return ByteBuffer.allocate(2000).put(start).array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
