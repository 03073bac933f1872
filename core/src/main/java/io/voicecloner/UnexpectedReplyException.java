package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The provider answered something that is not its documented API, at a step that makes no voice. */
public final class UnexpectedReplyException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public UnexpectedReplyException(FailureReport report, @Nullable Throwable cause) {
        super(Category.UNEXPECTED_REPLY, report, cause);
    }
}
