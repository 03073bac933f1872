package io.voicecloner.proxy;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What the tests ask for. */
final class Requests {
    private static final int SAMPLE_RATE = 8000;

    private Requests() {}

    /** Silence of this length: wav, 8 kHz, one channel, 16 bits. */
    static byte[] wav(int seconds) {
        int samples = seconds * SAMPLE_RATE * 2;
        return ByteBuffer.allocate(44 + samples)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(36 + samples)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1)
                .putInt(SAMPLE_RATE)
                .putInt(SAMPLE_RATE * 2)
                .putShort((short) 2)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(samples)
                .array();
    }

    static AudioSource source() {
        return AudioSource.bytes(wav(11));
    }

    static AudioSource prompt() {
        return AudioSource.bytes(wav(4));
    }

    /** A clone under {@link ProxyBench#VOICE_ID}, and nothing else. */
    static CloneRequest plain() {
        return CloneRequest.of(source()).withVoiceId(ProxyBench.VOICE_ID);
    }

    static CloneRequest withPrompt() {
        return plain().withPrompt(prompt(), "This voice sounds natural and pleasant.");
    }

    static CloneRequest withPreview() {
        return plain().withPreview("A gentle breeze passes over the soft grass.", "speech-2.8-hd");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
