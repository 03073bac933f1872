package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which file is read, and in which formats. */
class ConfigFileTest {
    private static final String CONF =
            "voicecloner { provider = fake-file, fake-file { api-key = long-enough, region = %s } }";
    private static final String JSON = "{\"voicecloner\": {\"provider\": \"fake-file\", \"fake-file\":"
            + " {\"api-key\": \"long-enough\", \"region\": \"json\"}}}";
    private static final String PROPERTIES = """
            voicecloner.provider=fake-file
            voicecloner.fake-file.api-key=long-enough
            voicecloner.fake-file.region=properties
            """;

    @TempDir
    Path directory;

    @Test
    void theFileGivenWinsOverTheOneInTheEnvironment() throws Exception {
        World world = new World(directory)
                .file("given.conf", CONF.formatted("given"))
                .file("named.conf", CONF.formatted("named"))
                .variable("VOICECLONER_CONFIG", directory.resolve("named.conf").toString());
        assertThat(region(world.load(directory.resolve("given.conf")))).isEqualTo("given");
    }

    @Test
    void theFileInTheEnvironmentWinsOverTheOneInTheDirectory() throws Exception {
        World world = new World(directory)
                .file("named.conf", CONF.formatted("named"))
                .file("voicecloner.conf", CONF.formatted("directory"))
                .variable("VOICECLONER_CONFIG", directory.resolve("named.conf").toString());
        assertThat(region(world.load())).isEqualTo("named");
    }

    @ParameterizedTest
    @CsvSource({"voicecloner.conf, conf", "voicecloner.properties, properties", "voicecloner.json, json"})
    void eachFormatIsReadAsWhatItsNameSays(String name, String region) throws Exception {
        assertThat(region(world(name).load())).isEqualTo(region);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voicecloner.conf", "voicecloner.properties", "voicecloner.json"})
    void eachFormatIsFoundOnTheClassPath(String name) throws Exception {
        World world = new World(directory).resource(name, content(name));
        assertThat(world.load().name()).isEqualTo("fake-file");
    }

    @Test
    void confIsPreferredToPropertiesAndPropertiesToJson() throws Exception {
        World world = world("voicecloner.json").file("voicecloner.properties", PROPERTIES);
        assertThat(region(world.load())).isEqualTo("properties");
        world.file("voicecloner.conf", CONF.formatted("conf"));
        assertThat(region(world.load())).isEqualTo("conf");
    }

    @Test
    void aDirectoryOfThatNameIsPassedOver() throws Exception {
        Files.createDirectory(directory.resolve("voicecloner.conf"));
        assertThat(region(world("voicecloner.json").load())).isEqualTo("json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing.conf", "."})
    @Tag("B22")
    void aGivenFileThatIsNoneIsAnErrorEvenIfAnotherIsThere(String name) throws Exception {
        World world = world("voicecloner.conf");
        Path given = directory.resolve(name);
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> world.load(given)))
                .hasMessageContaining(given.toString());
    }

    @Test
    void aVariableThatNamesNoFileIsAnErrorEvenIfAnotherIsThere() throws Exception {
        World world = world("voicecloner.conf").variable("VOICECLONER_CONFIG", "nowhere/at-all.conf");
        assertThat(world.failure()).hasMessageContaining("nowhere/at-all.conf");
    }

    @Test
    void aVariableThatCannotEvenBeAFileNameIsAnError() throws Exception {
        World world = world("voicecloner.conf").variable("VOICECLONER_CONFIG", "a\0b");
        assertThat(world.failure()).hasMessageContaining("VOICECLONER_CONFIG");
    }

    @Test
    void withoutAnyFileNoProviderIsChosenAlthoughSomeAreInstalled() {
        ConfigurationException failure = new World(directory).failure();
        assertThat(failure.violations()).singleElement().satisfies(missing -> {
            assertThat(missing.rule()).isEqualTo("missing");
            assertThat(missing.message()).contains("VOICECLONER_PROVIDER", "fake-file", "fake-url");
        });
    }

    private World world(String name) throws Exception {
        return new World(directory).file(name, content(name));
    }

    private static String content(String name) {
        return switch (name.substring(name.lastIndexOf('.'))) {
            case ".json" -> JSON;
            case ".properties" -> PROPERTIES;
            default -> CONF.formatted("conf");
        };
    }

    private static String region(Configured configured) {
        return configured.settings().option("region").orElseThrow();
    }
}
