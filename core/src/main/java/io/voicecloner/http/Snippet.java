package io.voicecloner.http;

import java.nio.charset.StandardCharsets;

/** The beginning of a body, fit to be printed. */
final class Snippet {
    private static final int LONGEST = 200;

    private Snippet() {}

    static String of(byte[] body, Redaction redaction) {
        return of(new String(body, StandardCharsets.UTF_8), redaction);
    }

    /** Secrets go before the end is cut off, so that none is cut in half and missed. */
    static String of(String text, Redaction redaction) {
        StringBuilder printable = new StringBuilder();
        redaction
                .of(text)
                .codePoints()
                .limit(LONGEST)
                .forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return printable.toString().strip();
    }
}
