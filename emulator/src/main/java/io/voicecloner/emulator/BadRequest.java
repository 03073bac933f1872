package io.voicecloner.emulator;

/** The request cannot be read or breaks a rule; each provider words it in its own envelope. */
final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;

    BadRequest(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
