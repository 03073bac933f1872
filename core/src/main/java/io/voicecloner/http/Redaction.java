package io.voicecloner.http;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what is said of one request what must not be printed, should it repeat the request: the key that was sent and the queries
 * of URLs. Thread-safe.
 */
final class Redaction {
    private static final Pattern QUERY = Pattern.compile("(https?:[^\\s\"'<>?]+)\\?[^\\s\"'<>]*");

    private volatile @Nullable String key;

    /** Hides this key from here on: of several that rotate, the one that this request carries. */
    void hide(String secret) {
        key = secret;
    }

    String of(String text) {
        String secret = key;
        String withoutKey = secret == null ? text : text.replace(secret, "[redacted]");
        return QUERY.matcher(withoutKey).replaceAll("$1?[redacted]");
    }

    /** The cause of a failure; in its place one that says the rest, if something of it or of its own causes must not be printed. */
    Throwable of(Throwable cause) {
        StringWriter everything = new StringWriter();
        cause.printStackTrace(new PrintWriter(everything, true));
        String printed = everything.toString();
        return printed.equals(of(printed)) ? cause : RedactedException.of(cause, this);
    }
}
