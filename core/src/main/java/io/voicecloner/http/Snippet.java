package io.voicecloner.http;

import java.nio.charset.StandardCharsets;

/** The beginning of a body, fit to be printed. */
final class Snippet {
    private static final int LONGEST = 200;

    private Snippet() {}

    static String of(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 4 * LONGEST), StandardCharsets.UTF_8);
        StringBuilder printable = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return printable.toString().strip();
    }
}
