package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The request or its recording breaks a rule, found here or by the provider: see {@link #violations()}. No voice was made. */
public final class InvalidRequestException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public InvalidRequestException(FailureReport report, @Nullable Throwable cause) {
        super(Category.INVALID_REQUEST, report, cause);
    }
}
