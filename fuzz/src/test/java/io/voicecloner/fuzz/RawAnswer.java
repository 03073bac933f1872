package io.voicecloner.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bytes of an answer, read in the plainest way, to hold against what the library read. */
final class RawAnswer {
    private static final Pattern HEAD =
            Pattern.compile("HTTP/1\\.[01] ([2-5]\\d\\d)(?: [ -~]*)?\\r\\n(?:[A-Za-z0-9-]+: [ -~]*\\r\\n)*\\r\\n");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))", Pattern.DOTALL);

    private final String text;

    RawAnswer(byte[] bytes) {
        this.text = new String(bytes, StandardCharsets.UTF_8);
    }

    /** The HTTP status; empty where the head is not plainly a whole one, of a final answer. */
    OptionalInt status() {
        Matcher head = HEAD.matcher(text);
        return head.lookingAt() ? OptionalInt.of(Integer.parseInt(head.group(1))) : OptionalInt.empty();
    }

    /** Whether this stands in it, however JSON may have written it. An answer in chunks may hold it in pieces. */
    boolean holds(String words) {
        return unescaped().contains(words) || mentions("chunked");
    }

    /** Whether this stands in it as it is, in letters of either case. */
    boolean mentions(String words) {
        return text.toLowerCase(Locale.ROOT).contains(words);
    }

    private String unescaped() {
        return ESCAPE.matcher(text).replaceAll(escape -> Matcher.quoteReplacement(meant(escape)));
    }

    private static String meant(java.util.regex.MatchResult escape) {
        if (escape.group(1) != null) {
            return String.valueOf((char) Integer.parseInt(escape.group(1), 16));
        }
        return switch (escape.group(2)) {
            case "b" -> "\b";
            case "f" -> "\f";
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escape.group(2);
        };
    }
}
