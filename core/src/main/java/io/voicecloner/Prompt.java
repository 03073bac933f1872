package io.voicecloner;

import java.util.Objects;

/**
 * A short piece of the same voice with its exact words, which makes the clone more alike.
 *
 * @param audio less than 8 seconds
 * @param transcript its words, ending in a punctuation mark
 */
public record Prompt(AudioSource audio, String transcript) {
    public Prompt {
        Objects.requireNonNull(audio, "audio");
        Objects.requireNonNull(transcript, "transcript");
    }
}
