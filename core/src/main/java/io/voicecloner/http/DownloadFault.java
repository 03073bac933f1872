package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;

/** What is wrong with an answer to a download. Its message holds no address. */
final class DownloadFault extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    DownloadFault(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
