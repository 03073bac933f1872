package io.voicecloner;

import java.util.Locale;

/**
 * What kind of failure a {@link VoiceClonerException} is: one constant for each of its thirteen leaves, so that tables and
 * programs that print JSON can name a leaf without naming its class.
 */
public enum Category {
    CONFIGURATION,
    INVALID_REQUEST,
    ACCESS,
    QUOTA,
    RATE_LIMITED,
    CONTENT_REJECTED,
    VOICE_ID_TAKEN,
    VOICE_NOT_FOUND,
    PROVIDER_UNAVAILABLE,
    UNEXPECTED_REPLY,
    AMBIGUOUS_OUTCOME,
    CANCELED,
    DOWNLOAD;

    /** The name in kebab case, as the command line prints it: {@code ambiguous-outcome}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
