package io.voicecloner.minimax;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
