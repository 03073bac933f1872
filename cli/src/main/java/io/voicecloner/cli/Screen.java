package io.voicecloner.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads, and where it writes: the one result to standard output, everything else to standard error.
 *
 * @param terminals which of the three a person sits at
 */
record Screen(InputStream in, PrintStream out, PrintStream err, Terminals terminals) {
    /** Whether a person watches standard error as it is written. */
    boolean terminal() {
        return terminals.err();
    }

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
