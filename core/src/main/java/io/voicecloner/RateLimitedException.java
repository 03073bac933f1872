package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The provider asked to slow down. No voice was made; the same request may be made again later. */
public final class RateLimitedException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public RateLimitedException(FailureReport report, @Nullable Throwable cause) {
        super(Category.RATE_LIMITED, report, cause);
    }
}
