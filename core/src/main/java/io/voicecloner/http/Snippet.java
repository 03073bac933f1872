package io.voicecloner.http;

import java.nio.charset.StandardCharsets;

/** The beginning of a body, fit to be printed. */
final class Snippet {
    private static final int LONGEST = 200;
    private static final int LOOKED_AT = 16 * 1024;

    private Snippet() {}

    /** Secrets go before the end is cut off, so that none is cut in half and missed. */
    static String of(byte[] body, Redaction redaction) {
        String text = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.UTF_8);
        StringBuilder printable = new StringBuilder();
        redaction
                .of(text)
                .codePoints()
                .limit(LONGEST)
                .forEach(c -> printable.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        return printable.toString().strip();
    }
}
