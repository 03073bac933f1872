package io.voicecloner.http;

import java.util.regex.Pattern;

/** Takes out of a provider's words what must not be printed, should they repeat the request: the key and the queries of URLs. */
final class Redaction {
    /** Of what is quoted, 200 characters are shown at most: the query behind a longer path is not among them. */
    private static final Pattern QUERY = Pattern.compile("(https?:[^\\s\"'<>?]{1,400}+)\\?[^\\s\"'<>]*");

    private static final int LOOKED_AT = 16 * 1024;

    private final ApiKey key;

    Redaction(ApiKey key) {
        this.key = key;
    }

    /** Only the beginning comes back: whoever repeats an address a million times has not deserved to be read to the end. */
    String of(String text) {
        String withoutKey =
                key.lastUsed().map(secret -> text.replace(secret, "[redacted]")).orElse(text);
        String begins = withoutKey.substring(0, Math.min(withoutKey.length(), LOOKED_AT));
        return QUERY.matcher(begins).replaceAll("$1?[redacted]");
    }
}
