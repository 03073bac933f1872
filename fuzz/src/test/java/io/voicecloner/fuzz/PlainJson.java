package io.voicecloner.fuzz;

import java.util.HashMap;
import java.util.Map;

/**
 * Reads JSON in the plainest way, to hold against what the library read: an object is a map, and whatever is neither object nor string is
 * its text. Kinder than JSON to letters and numbers, and as strict to braces, commas and names that come twice.
 */
final class PlainJson {
    private final String text;
    private int at;

    private PlainJson(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException if it is no object, or more than one */
    static Map<String, Object> object(String text) {
        PlainJson json = new PlainJson(text);
        json.skipBlanks();
        Map<String, Object> object = json.object();
        json.skipBlanks();
        json.require(json.at == text.length());
        return object;
    }

    private Map<String, Object> object() {
        Map<String, Object> members = new HashMap<>();
        take('{');
        for (boolean first = true; !ends('}'); first = false) {
            if (!first) {
                take(',');
                skipBlanks();
            }
            String name = string();
            skipBlanks();
            take(':');
            require(members.put(name, value()) == null);
        }
        return members;
    }

    private String array() {
        int start = at;
        take('[');
        for (boolean first = true; !ends(']'); first = false) {
            if (!first) {
                take(',');
            }
            value();
        }
        return text.substring(start, at);
    }

    private Object value() {
        skipBlanks();
        require(at < text.length());
        return switch (text.charAt(at)) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> literal();
        };
    }

    private String literal() {
        int start = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        require(at > start);
        return text.substring(start, at);
    }

    private String string() {
        StringBuilder read = new StringBuilder();
        take('"');
        while (next() != '"') {
            char letter = text.charAt(at++);
            read.append(letter == '\\' ? escaped() : letter);
        }
        at++;
        return read.toString();
    }

    private char escaped() {
        char letter = next();
        at++;
        if (letter == 'u') {
            require(at + 4 <= text.length());
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "bfnrt".indexOf(letter);
        return known < 0 ? letter : "\b\f\n\r\t".charAt(known);
    }

    private boolean ends(char bracket) {
        skipBlanks();
        boolean ends = next() == bracket;
        if (ends) {
            at++;
        }
        return ends;
    }

    private char next() {
        require(at < text.length());
        return text.charAt(at);
    }

    private void take(char expected) {
        require(next() == expected);
        at++;
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private void require(boolean met) {
        if (!met) {
            throw new IllegalArgumentException("no JSON at " + at);
        }
    }
}
