package io.voicecloner.http;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of what is said of one request what must not be printed, should it repeat the request: the key that was sent and the queries
 * of URLs. Thread-safe.
 */
final class Redaction {
    /** Of what is quoted, 200 characters are shown at most: the query behind a longer path is not among them. */
    private static final Pattern QUERY = Pattern.compile("(https?:[^\\s\"'<>?]{1,400}+)\\?[^\\s\"'<>]*");

    private static final int LOOKED_AT = 16 * 1024;

    private volatile @Nullable String key;

    /** Hides this key from here on: of several that rotate, the one that this request carries. */
    void hide(String secret) {
        key = secret;
    }

    /** Only the beginning comes back: whoever repeats an address a million times has not deserved to be read to the end. */
    String of(String text) {
        String secret = key;
        String withoutKey = secret == null ? text : text.replace(secret, "[redacted]");
        String begins = withoutKey.substring(0, Math.min(withoutKey.length(), LOOKED_AT));
        return QUERY.matcher(begins).replaceAll("$1?[redacted]");
    }
}
