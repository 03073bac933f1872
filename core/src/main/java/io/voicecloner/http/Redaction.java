package io.voicecloner.http;

import java.util.regex.Pattern;

/** Takes out of a provider's words what must not be printed, should they repeat the request: the key and the queries of URLs. */
final class Redaction {
    private static final Pattern QUERY = Pattern.compile("(https?:[^\\s\"'<>?]+)\\?[^\\s\"'<>]*");

    private final ApiKey key;

    Redaction(ApiKey key) {
        this.key = key;
    }

    String of(String text) {
        String withoutKey =
                key.lastUsed().map(secret -> text.replace(secret, "[redacted]")).orElse(text);
        return QUERY.matcher(withoutKey).replaceAll("$1?[redacted]");
    }
}
