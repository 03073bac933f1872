package io.voicecloner.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The recording failed while it was sent: the caller's side, not the connection's. */
final class RecordingException extends IOException {
    private static final long serialVersionUID = 1L;

    RecordingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
