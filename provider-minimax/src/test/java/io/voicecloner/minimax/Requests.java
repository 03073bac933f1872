package io.voicecloner.minimax;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** What the tests ask for. */
final class Requests {
    private Requests() {}

    /** A recording of the folder {@code samples}. */
    static byte[] sample(String name) {
        try {
            return Files.readAllBytes(Path.of("..", "samples", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A clone of a sample under {@link MiniMaxBench#VOICE_ID}, and nothing else. */
    static CloneRequest plain() {
        return CloneRequest.of(AudioSource.bytes(sample("speech.mp3"))).withVoiceId(MiniMaxBench.VOICE_ID);
    }

    static CloneRequest withPrompt() {
        return plain().withPrompt(AudioSource.bytes(sample("prompt.mp3")), "This voice sounds natural and pleasant.");
    }

    static CloneRequest withPreview() {
        return plain().withPreview("A gentle breeze passes over the soft grass.", "speech-2.8-hd");
    }

    /** Noise in stereo, 48,000 times a second, in a file of this length. */
    static byte[] wav(int length) {
        byte[] file = new byte[length];
        new SplittableRandom(1).nextBytes(file);
        ByteBuffer.wrap(file)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(ascii("RIFF"))
                .putInt(length - 8)
                .put(ascii("WAVEfmt "))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 2)
                .putInt(48_000)
                .putInt(48_000 * 4)
                .putShort((short) 4)
                .putShort((short) 16)
                .put(ascii("data"))
                .putInt(length - 44);
        return file;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
