package io.voicecloner;

import java.time.Instant;
import java.util.Objects;

/**
 * A voice that was deleted. Its id can never be used again, not even for the same person's voice (public page of {@code delete_voice},
 * wire-facts 1.4).
 *
 * @param ref which
 * @param deletedAt when that was known, by this machine's clock
 */
public record DeletedVoice(VoiceRef ref, Instant deletedAt) {
    public DeletedVoice {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(deletedAt, "deletedAt");
    }

    /** What a person should know, as a sentence. */
    public String notice() {
        return "The id " + ref.id() + " can never be used again.";
    }
}
