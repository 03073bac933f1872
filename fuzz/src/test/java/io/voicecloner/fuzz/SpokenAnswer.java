package io.voicecloner.fuzz;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One JSON object of an answer that holds speech, read in the plainest way. */
record SpokenAnswer(Map<String, Object> top) {
    /** @throws IllegalArgumentException if it is no JSON object */
    static SpokenAnswer of(String text) {
        return new SpokenAnswer(PlainJson.object(text));
    }

    /**
     * The digits of its audio; empty if there is none.
     *
     * @throws IllegalArgumentException if there is anything else than digits, or two kinds of audio
     */
    String audio() {
        String[] digits = Stream.of(top, data())
                .map(object -> object.get("audio"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(audio ->
                        !audio.isEmpty() && !audio.toLowerCase(Locale.ROOT).startsWith("h"))
                .map(audio -> audio.toLowerCase(Locale.ROOT))
                .distinct()
                .toArray(String[]::new);
        if (digits.length == 0) {
            return "";
        }
        if (digits.length > 1 || !digits[0].matches("(?:[0-9a-f]{2})+")) {
            throw new IllegalArgumentException("no audio, or two kinds of it");
        }
        return digits[0];
    }

    boolean isLast() {
        Object status = top.containsKey("status") ? top.get("status") : data().get("status");
        return number(status) == 2;
    }

    boolean isRefusal() {
        Object code = top.get("base_resp") instanceof Map<?, ?> base ? base.get("status_code") : null;
        boolean none = code == null || code.toString().equalsIgnoreCase("null");
        return !none && number(code) != 0;
    }

    private Map<?, ?> data() {
        return top.get("data") instanceof Map<?, ?> data ? data : Map.of();
    }

    private static double number(@Nullable Object value) {
        try {
            return value == null ? -1 : Double.parseDouble(value.toString());
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
