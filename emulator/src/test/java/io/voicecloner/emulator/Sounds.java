package io.voicecloner.emulator;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Recordings made on the spot: silence, well-formed and exactly as long as wanted, in each format. */
final class Sounds {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(12);

    private Sounds() {}

    static byte[] wav(int seconds) {
        return wav(Duration.ofSeconds(seconds));
    }

    static byte[] wav(Duration length) {
        return WavFile.pcm(length);
    }

    static byte[] mp3() {
        return mp3(LONG_ENOUGH);
    }

    static byte[] mp3(Duration length) {
        return Mp3File.exactly(length);
    }

    static byte[] mp3WithId3() {
        return mp3WithId3(LONG_ENOUGH);
    }

    static byte[] mp3WithId3(Duration length) {
        return concat(Mp3File.id3(50), Mp3File.exactly(length));
    }

    static byte[] m4a() {
        return m4a(LONG_ENOUGH);
    }

    static byte[] m4a(Duration length) {
        return M4aFile.exactly(length);
    }

    /** AAC without a container begins almost as mp3 does. */
    static byte[] aac() {
        return padded(new byte[] {(byte) 0xFF, (byte) 0xF1, 0x50, (byte) 0x80});
    }

    static byte[] notes() {
        return padded(ascii("These are notes, not a voice."));
    }

    static byte[] concat(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteBuffer all = ByteBuffer.allocate(length);
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] padded(byte[] start) {
        return ByteBuffer.allocate(2000).put(start).array();
    }
}
