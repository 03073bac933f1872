package io.voicecloner.http;

import org.jspecify.annotations.Nullable;

/** What may be printed of an exception whose words repeat a secret: what it was, where it came from, and the rest of its words. */
final class RedactedException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Nobody can tell a longer chain from one without an end. */
    private static final int LONGEST_CHAIN = 10;

    private RedactedException(String words, @Nullable Throwable cause) {
        super(words, cause);
    }

    static RedactedException of(Throwable original, Redaction redaction) {
        return of(original, redaction, LONGEST_CHAIN);
    }

    private static RedactedException of(Throwable original, Redaction redaction, int left) {
        Throwable before = original.getCause();
        RedactedException redacted = new RedactedException(
                redaction.of(original.toString()),
                before == null || left == 1 ? null : of(before, redaction, left - 1));
        redacted.setStackTrace(original.getStackTrace());
        return redacted;
    }
}
