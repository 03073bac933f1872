package io.voicecloner;

import java.time.Instant;
import java.util.Objects;

/**
 * A clone that was used in a synthesis, and stays.
 *
 * @param voice which
 * @param activatedAt when the synthesis ended, by this machine's clock
 * @param retention {@link Retention#KEPT}
 * @param synthesis the synthesis that did it: what it is billed as, and how often it was sent
 */
public record Activation(VoiceRef voice, Instant activatedAt, Retention retention, Synthesis synthesis) {
    public Activation {
        Objects.requireNonNull(voice, "voice");
        Objects.requireNonNull(activatedAt, "activatedAt");
        Objects.requireNonNull(retention, "retention");
        Objects.requireNonNull(synthesis, "synthesis");
    }
}
