package io.voicecloner;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A clone that its provider lists. It was used in a synthesis and is kept.
 *
 * @param ref the voice and where it lives
 * @param createdOn the day it was made, as the provider says it, which does not say by which time zone; empty where it says nothing readable
 */
public record ListedVoice(VoiceRef ref, Optional<LocalDate> createdOn) {
    public ListedVoice {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(createdOn, "createdOn");
    }
}
