package io.voicecloner.testkit.wire;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okio.Buffer;

/** JSON as it stands in its text, so that a number is told from a string and keeps every digit, and two texts can be compared. */
public final class Json {
    /**
     * A JSON number.
     *
     * @param text as it was written
     */
    public record Digits(String text) {}

    /** What a JSON null becomes. */
    public enum Nothing {
        NULL
    }

    private Json() {}

    /**
     * Reads one value.
     *
     * @return a {@link Map} in the text's order, a {@link List}, a {@link String}, a {@link Boolean}, {@link Digits} or {@link Nothing}
     * @throws AssertionError if more than one value stands there
     * @throws UncheckedIOException if the text is not JSON
     */
    public static Object parse(String text) {
        try (JsonReader reader = JsonReader.of(new Buffer().writeUtf8(text))) {
            Object value = read(reader);
            if (reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new AssertionError("more than one value: " + text);
            }
            return value;
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static Object read(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> {
                Map<String, Object> object = new LinkedHashMap<>();
                reader.beginObject();
                while (reader.hasNext()) {
                    object.put(reader.nextName(), read(reader));
                }
                reader.endObject();
                return object;
            }
            case BEGIN_ARRAY -> {
                List<Object> array = new ArrayList<>();
                reader.beginArray();
                while (reader.hasNext()) {
                    array.add(read(reader));
                }
                reader.endArray();
                return array;
            }
            case NUMBER -> {
                return new Digits(reader.nextString());
            }
            case BOOLEAN -> {
                return reader.nextBoolean();
            }
            case NULL -> {
                reader.<Object>nextNull();
                return Nothing.NULL;
            }
            default -> {
                return reader.nextString();
            }
        }
    }
}
