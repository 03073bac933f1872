package io.voicecloner;

import java.util.Locale;

/**
 * How strictly the length of a recording is held to what the provider documents. How providers measure is not documented; decoders
 * differ by tenths of a second over the same file.
 */
public enum DurationCheck {
    /** Refuses what is more than 0.3 s outside, warns of what lies between and of what cannot be measured. The default. */
    TOLERANT,
    /** Refuses what is outside at all, and what cannot be measured. */
    STRICT,
    /** Does not look. */
    OFF;

    /** The name as configuration writes it: {@code tolerant}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
