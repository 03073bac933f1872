package io.voicecloner;

import org.jspecify.annotations.Nullable;

/**
 * The provider answered something that is not its documented API. No voice was made: after a request that may have made one
 * this is an {@link AmbiguousOutcomeException}.
 */
public final class UnexpectedReplyException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public UnexpectedReplyException(FailureReport report, @Nullable Throwable cause) {
        super(Category.UNEXPECTED_REPLY, report, cause);
    }
}
