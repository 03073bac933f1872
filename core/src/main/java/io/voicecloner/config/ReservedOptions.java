package io.voicecloner.config;

import io.voicecloner.spi.Option;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Settings whose names are fixed and whose work is not done yet. They are checked, so that a file can be written for them today, and
 * warned of, so that nobody counts on them.
 */
final class ReservedOptions {
    static final String ATTEMPTS = "attempts";
    static final String RATE = "rate";
    static final String ON_AMBIGUITY = "on-ambiguity";

    static final List<Option> ALL = List.of(
            Option.of(
                    ATTEMPTS,
                    Option.Type.INTEGER,
                    "How often a request may be sent, 1 to 10. Has no effect yet: nothing is repeated."),
            Option.of(RATE, Option.Type.TEXT, "How many requests a time: 1/s, 60/m or unlimited. Has no effect yet."),
            Option.of(
                    ON_AMBIGUITY,
                    Option.Type.TEXT,
                    "What to do when nobody knows whether a voice was made: reconcile or fail. Has no effect yet: it fails."));

    private static final Pattern ATTEMPTS_SHAPE = Pattern.compile("[1-9]|10");
    private static final Pattern RATE_SHAPE = Pattern.compile("unlimited|([1-9]\\d{0,2}|1000)/s|[1-9]\\d{0,4}/m");
    private static final Pattern ON_AMBIGUITY_SHAPE = Pattern.compile("reconcile|fail");

    private ReservedOptions() {}

    static void check(String path, Block block, Consumer<String> warnings) {
        check(path, block, ATTEMPTS, ATTEMPTS_SHAPE, "must be a whole number from 1 to 10", warnings);
        check(path, block, RATE, RATE_SHAPE, "must be 1/s to 1000/s, 1/m to 99999/m, or unlimited", warnings);
        check(path, block, ON_AMBIGUITY, ON_AMBIGUITY_SHAPE, "must be reconcile or fail", warnings);
    }

    private static void check(
            String path, Block block, String name, Pattern shape, String rule, Consumer<String> warnings) {
        block.text(name).ifPresent(value -> {
            if (shape.matcher(value.strip()).matches()) {
                warnings.accept(path + '.' + name + " is set and has no effect in this release.");
            } else {
                block.wrong(name, rule);
            }
        });
    }
}
