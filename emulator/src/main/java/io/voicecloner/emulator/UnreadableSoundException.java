package io.voicecloner.emulator;

import java.io.IOException;

/** The bytes contradict the format they claim to be, or end too early for it. */
final class UnreadableSoundException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableSoundException(String problem) {
        super(problem);
    }
}
