package io.voicecloner.cli;

/**
 * Which of the standard streams a person sits at.
 *
 * @param in whether what is read is typed
 * @param out whether the result is watched
 * @param err whether everything else is watched as it is written
 */
record Terminals(boolean in, boolean out, boolean err) {
    static final Terminals NONE = new Terminals(false, false, false);

    /** From the numbers of those that are terminals: {@code 02} where a result goes into a file. */
    static Terminals of(String numbers) {
        return new Terminals(numbers.contains("0"), numbers.contains("1"), numbers.contains("2"));
    }
}
