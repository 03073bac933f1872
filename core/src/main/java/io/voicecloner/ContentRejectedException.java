package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The provider found the recording or the text unsafe. Never worth repeating, and never taken to another provider. */
public final class ContentRejectedException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public ContentRejectedException(FailureReport report, @Nullable Throwable cause) {
        super(Category.CONTENT_REJECTED, report, cause);
    }
}
