package io.voicecloner.http;

import java.io.IOException;

/** Audio came, and whoever wanted it could not take it. */
final class AudioNotTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    AudioNotTakenException(Exception cause) {
        super(cause.getMessage(), cause);
    }
}
