package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The provider refused the key, or the account may not do this. The key is never tried elsewhere. No voice was made. */
public final class AccessException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public AccessException(FailureReport report, @Nullable Throwable cause) {
        super(Category.ACCESS, report, cause);
    }
}
