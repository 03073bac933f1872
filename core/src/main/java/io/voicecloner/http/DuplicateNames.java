package io.voicecloner.http;

import com.squareup.moshi.JsonReader;
import io.voicecloner.Reason;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import okio.Buffer;

/**
 * Refuses JSON in which an object says something twice. Parsers silently take the last word, so that a refusal followed by a
 * zero would read as a success.
 */
final class DuplicateNames {
    private DuplicateNames() {}

    static void refuse(byte[] json) throws IOException {
        try (JsonReader reader = JsonReader.of(new Buffer().write(json))) {
            walk(reader);
        }
    }

    /** The reader itself stops at a depth of 255. */
    private static void walk(JsonReader reader) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> walkObject(reader);
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    walk(reader);
                }
                reader.endArray();
            }
            default -> reader.skipValue();
        }
    }

    private static void walkObject(JsonReader reader) throws IOException {
        Set<String> names = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            if (!names.add(reader.nextName())) {
                throw new UnreadableReplyException(Reason.UNREADABLE, "the answer names a field twice");
            }
            walk(reader);
        }
        reader.endObject();
    }
}
