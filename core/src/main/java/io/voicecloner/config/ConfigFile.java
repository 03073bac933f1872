package io.voicecloner.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValueFactory;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds and reads the configuration file. */
final class ConfigFile {
    private static final long LARGEST = 1024 * 1024;

    /** Far more blocks in blocks than there are. */
    private static final int DEEPEST = 100;

    private static final List<String> NAMES = List.of("voicecloner.conf", "voicecloner.properties", "voicecloner.json");

    private ConfigFile() {}

    /** The given file; else what the environment names; else the first of the names in the working directory or on the class path. */
    static Config find(@Nullable Path given, Surroundings surroundings) {
        if (given != null) {
            return parse(given, surroundings);
        }
        String named = surroundings.environment().get("VOICECLONER_CONFIG");
        if (named != null && !named.isBlank()) {
            return parse(path(named), surroundings);
        }
        for (String name : NAMES) {
            Path file = surroundings.workingDirectory().resolve(name);
            if (Files.isRegularFile(file)) {
                return parse(file, surroundings);
            }
        }
        for (String name : NAMES) {
            if (surroundings.classLoader().getResource(name) != null) {
                return resolved(
                        () -> ConfigFactory.parseResources(surroundings.classLoader(), name, options()),
                        name,
                        surroundings);
            }
        }
        return ConfigFactory.empty();
    }

    static boolean isSeenBy(ClassLoader loader) {
        return NAMES.stream().anyMatch(name -> loader.getResource(name) != null);
    }

    private static Path path(String named) {
        try {
            return Path.of(named);
        } catch (InvalidPathException e) {
            throw unreadable("VOICECLONER_CONFIG", "this variable names no file");
        }
    }

    private static Config parse(Path file, Surroundings surroundings) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw unreadable(file.toString(), "there is no such file, or it may not be read");
        }
        if (file.toFile().length() > LARGEST) {
            throw unreadable(file.toString(), "it is larger than a megabyte");
        }
        refuseDeepKeys(file);
        ConfigParseOptions options = options().setAllowMissing(false);
        return resolved(() -> ConfigFactory.parseFile(file.toFile(), options), file.toString(), surroundings);
    }

    /** For a key of so many thousand parts the parser of properties takes minutes, or all the memory there is. */
    private static void refuseDeepKeys(Path file) {
        if (!file.toString().endsWith(".properties")) {
            return;
        }
        Properties properties = new Properties();
        try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            // The parser says so too.
            return;
        }
        if (properties.stringPropertyNames().stream()
                .anyMatch(key -> key.chars().filter(c -> c == '.').count() > DEEPEST)) {
            throw unreadable(file.toString(), "it is nested too deeply");
        }
    }

    private static ConfigParseOptions options() {
        return ConfigParseOptions.defaults().setIncluder(new LocalIncludes());
    }

    private static Config resolved(Supplier<Config> parsed, String name, Surroundings surroundings) {
        try {
            Config found = parsed.get();
            boolean ours = found.root().get(Layers.ROOT) instanceof ConfigObject;
            if (!ours && !found.root().isEmpty()) {
                throw unreadable(name, "it holds no block " + Layers.ROOT + " { … }");
            }
            return found
                    // Not resolveWith: it fails where a later line replaces a value by an optional ${…}.
                    .withFallback(ConfigValueFactory.fromMap(surroundings.environment(), "the environment"))
                    .resolve(ConfigResolveOptions.noSystem());
        } catch (LocalIncludes.OfAnAddress e) {
            throw unreadable(name, "it includes something by its address, and only files can be included");
        } catch (StackOverflowError e) {
            throw unreadable(name, "it is nested too deeply");
        } catch (ConfigException e) {
            // The exception's own text may quote the line, and the line may hold a key.
            String where = e.origin() == null ? "" : " at line " + e.origin().lineNumber();
            String why = e instanceof ConfigException.UnresolvedSubstitution
                    ? "a ${…} names nothing that is set"
                    : "it is not written as its format asks" + where;
            throw unreadable(name, why);
        } catch (IllegalArgumentException e) {
            // So ends a half-written escape in a properties file.
            throw unreadable(name, "it is not written as its format asks");
        }
    }

    private static RuntimeException unreadable(String file, String why) {
        return Failures.exception(FailureReport.of(
                        Category.CONFIGURATION,
                        Reason.INVALID_SETTING,
                        Step.CONFIGURE,
                        "the configuration file cannot be read")
                .violations(List.of(new Violation("config", "unreadable", "The file \"" + file + "\": " + why + '.'))));
    }
}
