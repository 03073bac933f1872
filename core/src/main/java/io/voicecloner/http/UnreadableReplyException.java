package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;

/** An answer came that this kit refuses to read. */
final class UnreadableReplyException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    UnreadableReplyException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
