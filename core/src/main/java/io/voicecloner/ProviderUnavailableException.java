package io.voicecloner;

import org.jspecify.annotations.Nullable;

/**
 * The provider could not be reached or reported a fault of its own. No voice was made: after a request that may have made one
 * this is an {@link AmbiguousOutcomeException}.
 */
public final class ProviderUnavailableException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public ProviderUnavailableException(FailureReport report, @Nullable Throwable cause) {
        super(Category.PROVIDER_UNAVAILABLE, report, cause);
    }
}
