package io.voicecloner.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The members of a JSON object sent to the control endpoint. Goes on after a problem, with an empty value in place of the wrong
 * one, so that all problems are found at once. Null counts as absent.
 */
final class ControlFields {
    private final JsonObject object;
    private final String path;
    private final List<String> problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private ControlFields(JsonObject object, String path, List<String> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    static ControlFields of(JsonObject object) {
        return new ControlFields(object, "", new ArrayList<>());
    }

    /** Of this object and all that lie in it. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Notes what is wrong with the object as a whole. */
    void problem(String text) {
        problems.add(path.isEmpty() ? text : path + ": " + text);
    }

    /** Whether it ends without an {@link IllegalArgumentException}; the message of one is noted. */
    boolean accepts(Runnable action) {
        try {
            action.run();
            return true;
        } catch (IllegalArgumentException e) {
            problem(String.valueOf(e.getMessage()));
            return false;
        }
    }

    /** To be called when all known members have been asked for. */
    void endOfKnown() {
        object.keySet().stream()
                .filter(name -> !asked.contains(name))
                .forEach(name -> wrong(name, "is unknown; known are " + String.join(", ", asked)));
    }

    boolean has(String name) {
        return !present(name).isJsonNull();
    }

    /** Not empty, unless there is a problem with it. */
    String text(String name) {
        JsonElement value = required(name);
        if (isText(value) && value.getAsString().isEmpty()) {
            wrong(name, "must not be empty");
        }
        return text(value, name);
    }

    /** Empty when it is absent. */
    String optionalText(String name) {
        return text(present(name), name);
    }

    private String text(JsonElement value, String name) {
        return isText(value) ? value.getAsString() : mistyped(value, name, "a string", "");
    }

    long int64(String name) {
        JsonElement value = required(name);
        if (value instanceof JsonPrimitive number && number.isNumber()) {
            try {
                return number.getAsBigDecimal().longValueExact();
            } catch (ArithmeticException | NumberFormatException e) {
                return mistyped(value, name, "an int64", 0L);
            }
        }
        return mistyped(value, name, "an int64", 0L);
    }

    int int32(String name) {
        long value = int64(name);
        if (value == (int) value) {
            return (int) value;
        }
        wrong(name, "must be an int32");
        return 0;
    }

    /** False when it is absent. */
    boolean flag(String name) {
        JsonElement value = present(name);
        if (value instanceof JsonPrimitive flag && flag.isBoolean()) {
            return flag.getAsBoolean();
        }
        return mistyped(value, name, "a boolean", false);
    }

    Duration duration(String name) {
        JsonElement value = required(name);
        Duration duration = isText(value) ? Durations.parse(value.getAsString()) : null;
        return duration == null
                ? mistyped(value, name, "a duration such as 20ms, 2s, 5m or 168h", Duration.ZERO)
                : duration;
    }

    ControlFields object(String name) {
        return object(required(name), name);
    }

    List<ControlFields> objects(String name) {
        List<ControlFields> objects = new ArrayList<>();
        for (JsonElement element : array(name)) {
            objects.add(object(element, name + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /** What would be wrong with an object that is none is not noted besides. */
    private ControlFields object(JsonElement value, String name) {
        return value instanceof JsonObject inner
                ? new ControlFields(inner, path(name), problems)
                : mistyped(value, name, "an object", of(new JsonObject()));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonElement element : array(name)) {
            texts.add(text(element, name + "[" + texts.size() + "]"));
        }
        return texts;
    }

    /** Without nulls. */
    private JsonArray array(String name) {
        JsonElement value = required(name);
        if (!(value instanceof JsonArray array)) {
            return mistyped(value, name, "an array", new JsonArray());
        }
        if (array.isEmpty() || array.contains(JsonNull.INSTANCE)) {
            wrong(name, array.isEmpty() ? "must not be empty" : "must not hold null");
            return new JsonArray();
        }
        return array;
    }

    private JsonElement required(String name) {
        JsonElement value = present(name);
        if (value.isJsonNull()) {
            wrong(name, "is required");
        }
        return value;
    }

    private JsonElement present(String name) {
        asked.add(name);
        return Objects.requireNonNullElse(object.get(name), JsonNull.INSTANCE);
    }

    /** That an absent member is none of the kind needs no complaint. */
    private <T> T mistyped(JsonElement value, String name, String kind, T instead) {
        if (!value.isJsonNull()) {
            wrong(name, "must be " + kind);
        }
        return instead;
    }

    private void wrong(String name, String text) {
        problems.add(path(name) + " " + text);
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static boolean isText(JsonElement value) {
        return value instanceof JsonPrimitive text && text.isString();
    }
}
