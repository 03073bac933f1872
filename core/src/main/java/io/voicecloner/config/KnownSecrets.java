package io.voicecloner.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import io.voicecloner.Violation;
import io.voicecloner.spi.Option;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The secrets that stand in a configuration where they belong. Named in place of something else too, they are not quoted there either. */
final class KnownSecrets {
    /** What is shorter is no key, and would be found in the middle of words. */
    private static final int SHORTEST = 8;

    private final Set<String> values = new HashSet<>();

    private KnownSecrets() {}

    static KnownSecrets in(ConfigObject configuration, InstalledExtensions installed) {
        Stream<Collection<Option>> declared = Stream.concat(
                installed.providers().values().stream().map(provider -> provider.options()),
                installed.audioHosts().values().stream().map(host -> host.options()));
        Set<String> names = declared.flatMap(Collection::stream)
                .filter(option -> option.type() == Option.Type.SECRET)
                .map(Option::name)
                .collect(Collectors.toSet());
        KnownSecrets secrets = new KnownSecrets();
        secrets.addAll(configuration, names);
        return secrets;
    }

    private void addAll(ConfigObject block, Set<String> names) {
        block.forEach((name, value) -> add(name, value, names));
    }

    private void add(String name, ConfigValue value, Set<String> names) {
        if (value instanceof ConfigObject inner) {
            addAll(inner, names);
        } else if (names.contains(name) && value.unwrapped() instanceof String text && text.length() >= SHORTEST) {
            values.add(text);
        }
    }

    Violation takenOutOf(Violation violation) {
        return new Violation(takenOutOf(violation.field()), violation.rule(), takenOutOf(violation.message()));
    }

    private String takenOutOf(String text) {
        String rest = text;
        for (String secret : values) {
            rest = rest.replace(secret, "[redacted]");
        }
        return rest;
    }
}
