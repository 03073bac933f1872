package io.voicecloner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.VoiceClonerProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays the places that configuration comes from over each other: flag, code, system property, environment, file. */
final class Layers {
    static final String ROOT = "voicecloner";

    private Layers() {}

    static Config all(
            @Nullable Path file,
            Map<String, String> overrides,
            Surroundings surroundings,
            InstalledExtensions installed) {
        return root(ofMap(overrides, "an override")
                .withFallback(systemProperties(surroundings))
                .withFallback(environment(surroundings, installed))
                .withFallback(ConfigFile.find(file, surroundings)));
    }

    static Config ofProperties(Map<String, String> properties, Map<String, String> overrides) {
        return root(ofMap(overrides, "an override").withFallback(ofMap(properties, "the properties")));
    }

    private static Config root(Config config) {
        return config.hasPath(ROOT) && config.root().get(ROOT) instanceof com.typesafe.config.ConfigObject
                ? config.getConfig(ROOT)
                : ConfigFactory.empty();
    }

    private static Config systemProperties(Surroundings surroundings) {
        Map<String, String> ours = new TreeMap<>();
        for (String name : surroundings.systemProperties().stringPropertyNames()) {
            if (name.startsWith(ROOT + '.')) {
                ours.put(name, surroundings.systemProperties().getProperty(name));
            }
        }
        return ofMap(ours, "the system properties");
    }

    private static Config environment(Surroundings surroundings, InstalledExtensions installed) {
        Map<String, String> set = new TreeMap<>();
        Map<String, String> variables = surroundings.environment();
        put(set, "provider", variables.get("VOICECLONER_PROVIDER"));
        put(set, "fallbacks", variables.get("VOICECLONER_FALLBACKS"));
        put(set, "allow-loopback", variables.get("VOICECLONER_ALLOW_LOOPBACK"));
        put(set, "audio-host.type", variables.get("VOICECLONER_AUDIO_HOST"));
        for (VoiceClonerProvider provider : installed.providers().values()) {
            for (Option option : provider.options()) {
                option.variable().ifPresent(name -> put(set, provider.id() + '.' + option.name(), variables.get(name)));
            }
        }
        for (AudioHostFactory host : installed.audioHosts().values()) {
            for (Option option : host.options()) {
                option.variable().ifPresent(name -> put(set, "audio-host." + option.name(), variables.get(name)));
            }
        }
        return ofMap(set, "the environment");
    }

    private static void put(Map<String, String> set, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            set.put(ROOT + '.' + key, value);
        }
    }

    private static Config ofMap(Map<String, String> properties, String where) {
        try {
            return ConfigFactory.parseMap(properties, where);
        } catch (ConfigException e) {
            throw Failures.exception(FailureReport.of(
                            Category.CONFIGURATION,
                            Reason.INVALID_SETTING,
                            Step.CONFIGURE,
                            "the configuration cannot be read")
                    .violations(List.of(new Violation(
                            "config",
                            "unreadable",
                            "In " + where + ", a key is malformed or also the name of a block."))));
        }
    }
}
