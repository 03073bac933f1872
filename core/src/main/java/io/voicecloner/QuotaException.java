package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The account's balance or plan does not cover the call. No voice was made. */
public final class QuotaException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public QuotaException(FailureReport report, @Nullable Throwable cause) {
        super(Category.QUOTA, report, cause);
    }
}
