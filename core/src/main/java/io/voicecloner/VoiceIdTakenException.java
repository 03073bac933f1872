package io.voicecloner;

import org.jspecify.annotations.Nullable;

/** The chosen voice id exists already, or existed once: ids of deleted voices cannot be used again. This call made no voice. */
public final class VoiceIdTakenException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public VoiceIdTakenException(FailureReport report, @Nullable Throwable cause) {
        super(Category.VOICE_ID_TAKEN, report, cause);
    }
}
