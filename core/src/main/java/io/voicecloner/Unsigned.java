package io.voicecloner;

import java.util.regex.Pattern;

/** Words for a person, without the queries of URLs that others put into them: they may be signatures. */
final class Unsigned {
    private static final Pattern QUERY =
            Pattern.compile("(https?:[^\\s\"'<>?]+)\\?[^\\s\"'<>]*", Pattern.CASE_INSENSITIVE);

    private Unsigned() {}

    static String of(String words) {
        return QUERY.matcher(words).replaceAll("$1?[redacted]");
    }
}
