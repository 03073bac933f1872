package io.voicecloner;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for a person, without the queries of URLs that others put into them: they may be signatures. */
final class Unsigned {
    /** Taken whole and only then looked into: whatever begins like an address is passed over once. */
    private static final Pattern ADDRESS = Pattern.compile("https?:[^\\s\"'<>]*+", Pattern.CASE_INSENSITIVE);

    private Unsigned() {}

    static String of(String words) {
        return ADDRESS.matcher(words).replaceAll(found -> Matcher.quoteReplacement(withoutQuery(found.group())));
    }

    private static String withoutQuery(String address) {
        int query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query) + "?[redacted]";
    }
}
