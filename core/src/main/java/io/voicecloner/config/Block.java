package io.voicecloner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import io.voicecloner.Violation;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.StandardOptions;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One block of settings, each checked against the option that declares it. */
final class Block {
    private static final Pattern NO_UNIT = Pattern.compile(".*[^\\p{L}]\\s*");

    private final String path;
    private final Map<String, ConfigValue> values;
    private final Consumer<Violation> violations;

    private Block(String path, Map<String, ConfigValue> values, Consumer<Violation> violations) {
        this.path = path;
        this.values = values;
        this.violations = violations;
    }

    /** Reads the block of this path and complains of every key in it that no option declares. */
    static Block of(Config config, String path, Collection<Option> options, Consumer<Violation> violations) {
        Map<String, ConfigValue> values = new TreeMap<>();
        if (config.hasPath(path)) {
            ConfigValue value = config.getValue(path);
            if (value.valueType() == ConfigValueType.OBJECT) {
                values.putAll(config.getObject(path));
            } else {
                violations.accept(new Violation("config." + path, "not-a-block", path + " takes settings in braces."));
            }
        }
        Set<String> known = options.stream().map(Option::name).collect(Collectors.toSet());
        for (String key : List.copyOf(values.keySet())) {
            if (!known.contains(key)) {
                violations.accept(unknown(path + '.' + key, key, known));
                values.remove(key);
            }
        }
        return new Block(path.replace("\"", ""), values, violations);
    }

    static Violation unknown(String fullKey, String key, Collection<String> known) {
        return new Violation(
                "config." + fullKey,
                "unknown",
                "There is no setting \"" + fullKey + "\"." + NearestName.hint(key, known));
    }

    /** A setting as text; empty if it was not given, or is not a single value, which is a violation. */
    Optional<String> text(String key) {
        ConfigValue value = values.get(key);
        if (value == null || value.valueType() == ConfigValueType.NULL) {
            return Optional.empty();
        }
        if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
            return wrong(key, "takes a single value");
        }
        // Not the unwrapped value: a number would lose leading zeros, and from the twentieth digit on, digits.
        return Optional.of(value.atKey("value").getString("value"));
    }

    /** The entries of a list, or of text with commas; what is no text becomes an entry that nobody takes. */
    List<String> list(String key) {
        ConfigValue value = values.get(key);
        return value == null || value.valueType() == ConfigValueType.NULL ? List.of() : Names.list(value);
    }

    Optional<Duration> duration(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (NO_UNIT.matcher(text.get()).matches()) {
            return wrong(key, "needs a unit: 30s, 5m");
        }
        try {
            Duration duration =
                    ConfigFactory.parseMap(Map.of("value", text.get())).getDuration("value");
            boolean sane = duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofDays(1)) <= 0;
            return sane ? Optional.of(duration) : wrong(key, "must be at least a millisecond and at most a day");
        } catch (ConfigException e) {
            return wrong(key, "is not a time: write 30s or 5m");
        }
    }

    Optional<Long> bytes(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            long bytes = ConfigFactory.parseMap(Map.of("value", text.get())).getBytes("value");
            return bytes > 0 ? Optional.of(bytes) : wrong(key, "must be more than nothing");
        } catch (ConfigException e) {
            return wrong(key, "is not a size: write 20MiB or 20000000");
        }
    }

    Optional<URI> url(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text.get()));
        } catch (URISyntaxException e) {
            return wrong(key, "is not a URL");
        }
    }

    Optional<Boolean> flag(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (text.get().toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> Optional.of(true);
            case "false", "no", "off" -> Optional.of(false);
            default -> wrong(key, "must be true or false");
        };
    }

    /** Checks a value against its option; what is wrong becomes a violation. */
    void check(Option option) {
        checked(option);
    }

    /** A value that is what its option says; empty if it is not, which is a violation. */
    Optional<String> checked(Option option) {
        Optional<String> text = text(option.name()).map(String::strip);
        String shape = option.shape();
        if (text.isPresent() && shape != null && !text.get().matches(shape)) {
            return wrong(option.name(), String.valueOf(option.rule()));
        }
        checkType(option);
        return text;
    }

    private void checkType(Option option) {
        switch (option.type()) {
            case URL -> url(option.name());
            case BOOLEAN -> flag(option.name());
            case DURATION -> duration(option.name());
            case SIZE -> bytes(option.name());
            case INTEGER ->
                text(option.name())
                        .filter(text -> !text.strip().matches("[+-]?\\d{1,9}"))
                        .ifPresent(text -> wrong(option.name(), "is not a whole number"));
            case TEXT, SECRET, FILE ->
                text(option.name())
                        .filter(text -> text.chars().anyMatch(Character::isISOControl))
                        .ifPresent(text -> wrong(option.name(), "holds a line break or another control character"));
        }
    }

    /** Complains of a setting that is not there. */
    void missing(Option option) {
        String what = option.name().equals(StandardOptions.API_KEY) ? "API key" : option.name();
        violations.accept(new Violation(
                "config." + path + '.' + option.name(),
                "missing",
                "There is no " + what + " for " + path + ": set voicecloner." + path + '.' + option.name()
                        + variableHint(option) + '.'));
    }

    /** A variable of the environment speaks for the provider's own block, not for those of accounts. */
    private String variableHint(Option option) {
        return path.indexOf('.') < 0
                ? option.variable()
                        .map(variable -> ", or " + variable + " in the environment")
                        .orElse("")
                : "";
    }

    /** Complains of a value without quoting it: it may be a key in the wrong place. */
    <T> Optional<T> wrong(String key, String rule) {
        violations.accept(new Violation("config." + path + '.' + key, "invalid", path + '.' + key + ' ' + rule + '.'));
        return Optional.empty();
    }
}
