package io.voicecloner.http;

import java.util.Locale;

/**
 * Finds a secret in a text that may spell it in another way than it was sent: percent-encoded, escaped as JSON or HTML do it, in other case,
 * or cut off after its beginning.
 */
final class SpelledOut {
    private static final String GONE = "[redacted]";

    private SpelledOut() {}

    /**
     * The text with every place taken out where the secret stands, or its beginning.
     *
     * @param telling of how many characters at least: less gives nothing away, and stands in many an honest word
     */
    static String without(String secret, int telling, String text) {
        if (secret.isEmpty()) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = endOf(secret, telling, text, at);
            if (end > at) {
                rest.append(GONE);
                at = end;
            } else {
                rest.append(text.charAt(at));
                at++;
            }
        }
        return rest.toString();
    }

    /** Where the secret ends, as far as it stands here; the beginning if it does not. */
    private static int endOf(String secret, int telling, String text, int begin) {
        int at = begin;
        for (int told = 0; told < secret.length(); told++) {
            int next = after(secret.charAt(told), text, at);
            if (next < 0) {
                return told < telling ? begin : endOfWord(text, at);
            }
            at = next;
        }
        return at;
    }

    /** What goes on otherwise than the secret may still be it, in a spelling that nobody thought of. */
    private static int endOfWord(String text, int at) {
        int end = at;
        while (end < text.length() && " \t\r\n\"'<>".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Where the text goes on after this character, however it is spelled; -1 if another one stands here. */
    private static int after(char wanted, String text, int at) {
        if (at >= text.length()) {
            return -1;
        }
        char found = text.charAt(at);
        if (found == wanted || Character.toLowerCase(found) == Character.toLowerCase(wanted)) {
            return at + 1;
        }
        return switch (found) {
            case '%' -> afterPercent(wanted, text, at + 1);
            case '\\' -> afterBackslash(wanted, text, at + 1);
            case '&' -> afterEntity(wanted, text, at);
            default -> -1;
        };
    }

    /** Encoded once or more often. */
    private static int afterPercent(char wanted, String text, int at) {
        int from = at;
        int next = afterNumber(wanted, text, from, from + 2, 16);
        while (next < 0 && text.startsWith("25", from)) {
            from += 2;
            next = afterNumber(wanted, text, from, from + 2, 16);
        }
        return next;
    }

    private static int afterBackslash(char wanted, String text, int at) {
        if (at < text.length() && text.charAt(at) == wanted) {
            return at + 1;
        }
        return text.startsWith("u", at) ? afterNumber(wanted, text, at + 1, at + 5, 16) : -1;
    }

    private static int afterEntity(char wanted, String text, int at) {
        int end = text.indexOf(';', at);
        if (end < 0 || end - at > 8) {
            return -1;
        }
        String name = text.substring(at + 1, end).toLowerCase(Locale.ROOT);
        if (name.startsWith("#x")) {
            return afterNumber(wanted, text, at + 3, end, 16) < 0 ? -1 : end + 1;
        }
        if (name.startsWith("#")) {
            return afterNumber(wanted, text, at + 2, end, 10) < 0 ? -1 : end + 1;
        }
        boolean named = switch (wanted) {
            case '&' -> name.equals("amp");
            case '<' -> name.equals("lt");
            case '>' -> name.equals("gt");
            case '"' -> name.equals("quot");
            case '\'' -> name.equals("apos");
            default -> false;
        };
        return named ? end + 1 : -1;
    }

    private static int afterNumber(char wanted, String text, int begin, int end, int radix) {
        if (begin >= end || end > text.length()) {
            return -1;
        }
        try {
            return Integer.parseInt(text, begin, end, radix) == wanted ? end : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
