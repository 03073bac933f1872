package io.voicecloner;

import java.util.List;

/**
 * The clones of one configured account, as far as its provider tells. Thread-safe; belongs to the {@link VoiceCloner} it came from and
 * ends with it.
 */
public interface Catalog {
    /**
     * The clones that the provider lists: those that were used in a synthesis. One that is missing may be there all the same.
     *
     * @throws InvalidRequestException if the provider lists no voices; it names who does
     * @throws VoiceClonerException if the list could not be had
     * @throws IllegalStateException if the cloner is closed
     */
    List<ListedVoice> list();

    /**
     * Whether there is this voice. A missing entry of the list proves nothing, so the answer is seldom {@link Existence#NO}. The only proof
     * of absence is a synthesis that fails with {@link VoiceNotFoundException}.
     *
     * @throws InvalidRequestException if the voice lives elsewhere
     * @throws VoiceClonerException if the list could not be had
     */
    Existence exists(VoiceRef voice);

    /**
     * Deletes a voice, now and for good: its id can never be used again, not even for the same person's voice (public page of
     * {@code delete_voice}, wire-facts 1.4). This library never deletes one by itself. After a lost answer the request is sent again, and the
     * answer that there is no such voice then counts as done.
     *
     * @throws InvalidRequestException if the voice lives elsewhere, or the provider deletes none; it names who does
     * @throws VoiceNotFoundException if there is no such voice (any more)
     * @throws VoiceClonerException for every other failure, by its leaf
     */
    DeletedVoice delete(VoiceRef voice);

    /** Whether this voice lives at the provider and account whose voices these are. Asks nobody. */
    boolean serves(VoiceRef voice);
}
