package io.voicecloner.cli;

import java.io.Console;

/** Tells whether standard error is a terminal, which Java itself cannot say. */
final class StandardErrorKind {
    /** Set by the launcher, which can. Not below {@code voicecloner.}, where configuration would take it for a misspelt key. */
    private static final String PROPERTY = "io.voicecloner.cli.terminal";

    private StandardErrorKind() {}

    static boolean isTerminal() {
        String known = System.getProperty(PROPERTY);
        return known != null ? Boolean.parseBoolean(known) : consoleIsTerminal();
    }

    /** From 22 on there is a console always, and a method to ask it. */
    private static boolean consoleIsTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
