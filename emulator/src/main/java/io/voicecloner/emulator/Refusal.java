package io.voicecloner.emulator;

/** Ends a request with an error in its provider's own envelope. */
abstract class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refusal(String message) {
        super(message);
    }

    abstract Answer answer(String traceId);
}
