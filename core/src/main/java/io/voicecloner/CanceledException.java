package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The caller cancelled, interrupted or closed the cloner before the request to make the voice left. No voice was made. */
public final class CanceledException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public CanceledException(FailureReport report, @Nullable Throwable cause) {
        super(Category.CANCELED, report, cause);
    }
}
