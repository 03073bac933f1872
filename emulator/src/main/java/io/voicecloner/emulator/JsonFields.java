package io.voicecloner.emulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the members of a request's JSON object, and says which one is wrong and how. Null counts as absent, and so does an
 * empty string: servers written in Go, whose error texts MiniMax shows, cannot tell them apart.
 */
final class JsonFields {
    private final JsonObject object;
    private final String prefix;

    private JsonFields(JsonObject object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    static JsonFields parse(byte[] body) {
        return new JsonFields(object(body), "");
    }

    static JsonObject object(byte[] body) {
        try (JsonReader reader = new JsonReader(new StringReader(utf8(body)))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement element = JsonParser.parseReader(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT || !element.isJsonObject()) {
                throw new BadRequest("the body is not one JSON object");
            }
            return element.getAsJsonObject();
        } catch (IOException | JsonParseException e) {
            throw new BadRequest("the body is not JSON");
        }
    }

    private static String utf8(byte[] body) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    @Nullable
    String optionalText(String name) {
        JsonPrimitive value = primitive(name, "a string");
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            throw wrong(name, "a string");
        }
        return value.getAsString();
    }

    /** An int64. Documents write it as a number; a string of digits is taken too, as examples with quoted ids exist (wire-facts 1.2). */
    long int64(String name) {
        JsonPrimitive value = required(name, primitive(name, "an int64"));
        if (value.isBoolean()) {
            throw wrong(name, "an int64");
        }
        try {
            return Long.parseLong(value.getAsString());
        } catch (NumberFormatException e) {
            throw wrong(name, "an int64");
        }
    }

    @Nullable
    Double optionalNumber(String name) {
        JsonPrimitive value = primitive(name, "a number");
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw wrong(name, "a number");
        }
        return value.getAsDouble();
    }

    /** False when it is absent. */
    boolean flag(String name) {
        JsonPrimitive value = primitive(name, "a boolean");
        if (value != null && !value.isBoolean()) {
            throw wrong(name, "a boolean");
        }
        return value != null && value.getAsBoolean();
    }

    @Nullable
    JsonFields optionalObject(String name) {
        JsonElement value = present(name);
        if (value == null) {
            return null;
        }
        if (!value.isJsonObject()) {
            throw wrong(name, "an object");
        }
        return new JsonFields(value.getAsJsonObject(), prefix + name + ".");
    }

    /** All members but these, as {@link EmulatedVoice#options} shows them. */
    Map<String, String> except(Set<String> names) {
        Map<String, String> others = new LinkedHashMap<>();
        object.entrySet().stream()
                .filter(member -> !names.contains(member.getKey()))
                .forEach(member -> others.put(member.getKey(), shown(member.getValue())));
        return others;
    }

    private static String shown(JsonElement value) {
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    private @Nullable JsonElement present(String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? null : value;
    }

    private @Nullable JsonPrimitive primitive(String name, String kind) {
        JsonElement value = present(name);
        if (value == null) {
            return null;
        }
        if (!value.isJsonPrimitive()) {
            throw wrong(name, kind);
        }
        JsonPrimitive primitive = value.getAsJsonPrimitive();
        return primitive.isString() && primitive.getAsString().isEmpty() ? null : primitive;
    }

    private <T> T required(String name, @Nullable T value) {
        if (value == null) {
            throw new BadRequest(prefix + name + " is required");
        }
        return value;
    }

    private BadRequest wrong(String name, String kind) {
        return new BadRequest(prefix + name + " must be " + kind);
    }
}
