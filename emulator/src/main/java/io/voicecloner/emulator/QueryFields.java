package io.voicecloner.emulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request's query: of each name the first, an empty one being none. */
final class QueryFields {
    private final Map<String, String> values = new HashMap<>();

    private QueryFields() {}

    static QueryFields of(Exchange exchange) {
        QueryFields fields = new QueryFields();
        for (String pair : exchange.query().split("&", -1)) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2 && !sides[1].isEmpty()) {
                fields.values.putIfAbsent(decoded(sides[0]), decoded(sides[1]));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadRequest("the query is not URL-encoded");
        }
    }

    @Nullable
    String optionalText(String name) {
        return values.get(name);
    }

    long int64(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new BadRequest(name + " is required");
        }
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new BadRequest(name + " must be an int64");
        }
    }
}
