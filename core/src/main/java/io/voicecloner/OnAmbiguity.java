package io.voicecloner;

import java.util.Locale;

/**
 * What to do when the request to make a voice was sent and nobody knows whether it was carried out.
 *
 * <p>Unless one of these is chosen, a voice whose id the library made is reconciled, and one whose id the caller chose is not: if
 * somebody answers that the id is taken, only an id that nobody else can have thought of proves whose voice that is. Where the
 * provider makes the ids there is nothing to ask by, and every choice fails.
 */
public enum OnAmbiguity {
    /**
     * Asks again for the same id, after a pause: at most one voice can come of it, and the answer that the id is taken is read as
     * success. With ids of the caller's own this claims that nobody else uses them.
     */
    RECONCILE,
    /** Stops with {@link AmbiguousOutcomeException}. */
    FAIL;

    /** The name as configuration writes it: {@code reconcile}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
