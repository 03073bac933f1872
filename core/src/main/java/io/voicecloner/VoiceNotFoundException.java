package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** There is no such voice: never made, of another account, or deleted because nobody used it within 168 hours. */
public final class VoiceNotFoundException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public VoiceNotFoundException(FailureReport report, @Nullable Throwable cause) {
        super(Category.VOICE_NOT_FOUND, report, cause);
    }
}
