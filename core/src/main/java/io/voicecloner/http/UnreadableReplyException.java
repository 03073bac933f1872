package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;
import java.util.Optional;

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

    /** The one that stands behind a failure: a secured connection wraps what its socket throws. */
    static Optional<UnreadableReplyException> behind(Throwable thrown) {
        Throwable each = thrown;
        for (int depth = 0; each != null && depth < 10; depth++) {
            if (each instanceof UnreadableReplyException unreadable) {
                return Optional.of(unreadable);
            }
            each = each.getCause();
        }
        return Optional.empty();
    }
}
