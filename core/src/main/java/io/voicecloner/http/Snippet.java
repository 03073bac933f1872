package io.voicecloner.http;

import java.nio.charset.StandardCharsets;

/** The beginning of a body, fit to be printed. */
final class Snippet {
    private static final int LONGEST = 200;

    private Snippet() {}

    static String of(byte[] body, Redaction redaction) {
        return of(new String(body, StandardCharsets.UTF_8), redaction);
    }

    /** As much of it as of any other, whatever it holds. */
    static String verbatim(byte[] body) {
        return printable(new String(body, StandardCharsets.UTF_8));
    }

    /** Secrets go before the end is cut off, so that none is cut in half and missed. */
    static String of(String text, Redaction redaction) {
        return printable(redaction.of(text));
    }

    private static String printable(String text) {
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return printable.toString().strip();
    }
}
