package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Surroundings made by a test: an environment, system properties, a working directory and a class path of their own. */
final class World {
    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private final Properties systemProperties = new Properties();
    private final Map<String, String> overrides = new HashMap<>();
    private ClassLoader classLoader = ClassLoader.getPlatformClassLoader();

    World(Path directory) {
        this.directory = directory;
    }

    World file(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
        return this;
    }

    /** The usual file, with everything {@code fake-file} needs and this besides. */
    World with(String lines) throws IOException {
        return file(
                "voicecloner.conf",
                "voicecloner { provider = fake-file, fake-file { api-key = \"key-of-file\" } }\n" + lines);
    }

    World variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    World systemProperty(String name, String value) {
        systemProperties.setProperty(name, value);
        return this;
    }

    World override(String name, String value) {
        overrides.put(name, value);
        return this;
    }

    /** A resource that only this world's class loader sees. */
    World resource(String name, String content) throws IOException {
        Path root = Files.createDirectories(directory.resolve("on-the-class-path"));
        Files.writeString(root.resolve(name), content);
        classLoader = new URLClassLoader(new URL[] {root.toUri().toURL()}, null);
        return this;
    }

    Configured load() {
        return load(null);
    }

    Configured load(@Nullable Path given) {
        return Configuration.load(
                given, overrides, new Surroundings(environment, systemProperties, directory, classLoader));
    }

    /** Why the configuration is refused, which says that nothing was sent. */
    ConfigurationException failure() {
        ConfigurationException failure = catchThrowableOfType(ConfigurationException.class, this::load);
        assertThat(failure).as("the configuration must be refused").isNotNull();
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        return failure;
    }
}
