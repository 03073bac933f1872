package io.voicecloner.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an API key must look like to be sent. No provider's own format is assumed: they have changed before. */
public final class ApiKeyRule {
    private static final Pattern LEGAL = Pattern.compile("[\\x21-\\x7e]{8,4096}");

    private ApiKeyRule() {}

    /** What is wrong with a key, to stand after "The API key", without a character of it; empty if it can be sent. */
    public static Optional<String> problemOf(@Nullable String key) {
        if (key == null || key.isBlank()) {
            return Optional.of("is empty");
        }
        if (key.startsWith("Bearer ")) {
            return Optional.of("must be given without \"Bearer \"");
        }
        if (!key.strip().equals(key)) {
            return Optional.of("begins or ends with blanks or a newline: strip them");
        }
        return LEGAL.matcher(key).matches()
                ? Optional.empty()
                : Optional.of("is not 8 to 4096 printable ASCII characters");
    }
}
