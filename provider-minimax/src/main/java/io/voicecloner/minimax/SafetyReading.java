package io.voicecloner.minimax;

import io.voicecloner.SafetyVerdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Reads the safety verdict in every documented shape: boolean, number, text, or object with {@code type} (wire-facts 1.3). */
final class SafetyReading {
    private static final Map<Integer, String> TYPES = Map.of(
            0, "normal",
            1, "severe violation",
            2, "pornographic",
            3, "advertisement",
            4, "prohibited content",
            5, "abusive language",
            6, "terror or violence",
            7, "other");

    private SafetyReading() {}

    /** Empty if the answer says nothing at all. Any type but 0, and {@code true} alone, is a flag. */
    static Optional<SafetyVerdict> of(@Nullable Object inputSensitive, @Nullable Object inputSensitiveType) {
        if (inputSensitive == null && inputSensitiveType == null) {
            return Optional.empty();
        }
        OptionalInt type = number(inputSensitiveType);
        if (type.isEmpty()) {
            type = inputSensitive instanceof Map<?, ?> object ? number(object.get("type")) : number(inputSensitive);
        }
        Object inside = inputSensitive instanceof Map<?, ?> object ? object.get("type") : inputSensitive;
        boolean flagged = type.orElse(0) != 0 || saysYes(inside) || saysYes(inputSensitiveType);
        return Optional.of(new SafetyVerdict(flagged, type, words(flagged, type.orElse(0))));
    }

    private static String words(boolean flagged, int type) {
        return flagged && type == 0 ? "flagged without a type" : TYPES.getOrDefault(type, "unlisted type " + type);
    }

    private static OptionalInt number(@Nullable Object value) {
        if (value instanceof Number number) {
            return OptionalInt.of(number.intValue());
        }
        if (value instanceof String text && text.strip().matches("\\d{1,9}")) {
            return OptionalInt.of(Integer.parseInt(text.strip()));
        }
        return OptionalInt.empty();
    }

    /** Words that nobody documented count as a flag, but for those that plainly mean no. */
    private static boolean saysYes(@Nullable Object said) {
        if (said instanceof Boolean flag) {
            return flag;
        }
        if (said instanceof List<?> list) {
            return !list.isEmpty();
        }
        if (said instanceof String text) {
            String word = text.strip().toLowerCase(java.util.Locale.ROOT);
            return !word.isEmpty() && !word.equals("false") && !word.equals("no") && !word.equals("0");
        }
        return false;
    }
}
