package io.voicecloner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Lays the places that configuration comes from over each other: flag, code, system property, environment, file. */
final class Layers {
    static final String ROOT = "voicecloner";

    private static final List<List<String>> EXCLUSIVE = List.of(
            List.of(StandardOptions.API_KEY, StandardOptions.API_KEY_FILE),
            List.of(StandardOptions.BASE_URL, "region"));

    private Layers() {}

    static Config all(
            @Nullable Path file,
            Map<String, String> overrides,
            Surroundings surroundings,
            InstalledExtensions installed) {
        Config fromOutside = over(environment(surroundings, installed), ConfigFile.find(file, surroundings));
        return root(over(ofMap(overrides, "an override"), over(systemProperties(surroundings), fromOutside)));
    }

    static Config ofProperties(Map<String, String> properties, Map<String, String> overrides) {
        return root(over(ofMap(overrides, "an override"), ofMap(properties, "the properties")));
    }

    /** Lays one layer over another. Of two settings that exclude each other, the upper layer's one hides the lower layer's other. */
    private static Config over(Config upper, Config lower) {
        Config rest = lower;
        if (upper.hasPath(ROOT) && upper.root().get(ROOT) instanceof ConfigObject blocks) {
            for (String block : blocks.keySet()) {
                String path = ROOT + '.' + ConfigUtil.quoteString(block) + '.';
                for (List<String> pair : EXCLUSIVE) {
                    rest = hiding(upper, path + pair.get(0), rest, path + pair.get(1));
                    rest = hiding(upper, path + pair.get(1), rest, path + pair.get(0));
                }
            }
        }
        return upper.withFallback(rest);
    }

    private static Config hiding(Config upper, String set, Config lower, String hidden) {
        return upper.hasPath(set) ? lower.withoutPath(hidden) : lower;
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
        put(set, "failover-on", variables.get("VOICECLONER_FAILOVER_ON"));
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
