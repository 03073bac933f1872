package io.voicecloner.emulator;

import java.io.IOException;

/** A recording could not be fetched; the message goes on after the name of the field that held its URL. */
final class FetchFailedException extends IOException {
    private static final long serialVersionUID = 1;

    FetchFailedException(String problem) {
        super(problem);
    }
}
