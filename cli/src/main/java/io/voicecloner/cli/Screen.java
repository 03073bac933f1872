package io.voicecloner.cli;

import java.io.PrintStream;

/**
 * Where a command writes: the one result to standard output, everything else to standard error.
 *
 * @param terminal whether a person watches standard error as it is written
 */
record Screen(PrintStream out, PrintStream err, boolean terminal) {
    /** Writes the command's one result. A result that cannot be written must not be lost: it may be all that tells of a voice. */
    ExitCode result(String text, ExitCode exit) {
        out.println(text);
        out.flush();
        if (out.checkError()) {
            say("standard output cannot be written; the result was:\n" + text);
            return ExitCode.INTERNAL;
        }
        return exit;
    }

    /** Says that something is wrong. */
    void say(String message) {
        tell("voicecloner: " + message);
    }

    /** Tells a person something about the result. */
    void tell(String line) {
        err.println(line);
        err.flush();
    }
}
