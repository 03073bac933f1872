package io.voicecloner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads names: a list in a file, or text with commas in the environment. */
final class Names {
    /** Stands for a value that is not text; no provider goes by it. */
    static final String NOT_A_NAME = "(not a name)";

    private Names() {}

    static List<String> list(Config config, String path) {
        return config.hasPath(path) ? list(config.getValue(path)) : List.of();
    }

    static List<String> list(ConfigValue value) {
        Stream<?> values = value.unwrapped() instanceof List<?> list ? list.stream() : Stream.of(value.unwrapped());
        return values.flatMap(Names::split)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** What is no text is not a name, and may hold a key: it is never quoted. */
    private static Stream<String> split(Object value) {
        return value instanceof String text ? Arrays.stream(text.split(",", -1)) : Stream.of(NOT_A_NAME);
    }
}
