package io.voicecloner.emulator;

import java.io.IOException;

/** A recording went past the size its provider allows; nothing of it was kept. */
final class RecordingTooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    RecordingTooLargeException(long limit) {
        super("larger than " + limit + " bytes");
    }
}
