package io.voicecloner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads names: a list in a file, or text with commas in the environment. */
final class Names {
    private Names() {}

    static List<String> list(Config config, String path) {
        if (!config.hasPath(path)) {
            return List.of();
        }
        ConfigValue value = config.getValue(path);
        Stream<String> names = value.unwrapped() instanceof List<?> list
                ? list.stream().map(String::valueOf)
                : Arrays.stream(String.valueOf(value.unwrapped()).split(",", -1));
        return names.map(String::strip).filter(name -> !name.isEmpty()).toList();
    }
}
