package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The provider could not be reached or reported a fault of its own, at a step that makes no voice. */
public final class ProviderUnavailableException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public ProviderUnavailableException(FailureReport report, @Nullable Throwable cause) {
        super(Category.PROVIDER_UNAVAILABLE, report, cause);
    }
}
