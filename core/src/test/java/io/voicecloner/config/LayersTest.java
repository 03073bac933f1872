package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which of the places that configuration comes from wins. */
class LayersTest {
    private static final String REGION = "voicecloner.fake-file.region";
    private static final String CONF =
            "voicecloner { provider = fake-file, fake-file { api-key = long-enough, region = %s } }";

    @TempDir
    Path directory;

    @Test
    void anOverrideWinsOverEverything() throws Exception {
        World world = fileAndEnvironment()
                .systemProperty(REGION, "of-property")
                .override(REGION, "of-override")
                .resource("voicecloner.conf", CONF.formatted("of-class-path"));
        assertThat(region(world)).isEqualTo("of-override");
    }

    @Test
    void aSystemPropertyWinsOverTheEnvironment() throws Exception {
        assertThat(region(fileAndEnvironment().systemProperty(REGION, "of-property")))
                .isEqualTo("of-property");
    }

    @Test
    void theEnvironmentWinsOverTheFile() throws Exception {
        assertThat(region(fileAndEnvironment())).isEqualTo("of-environment");
    }

    @Test
    void aFileWinsOverTheClassPath() throws Exception {
        World world = new World(directory)
                .file("voicecloner.conf", CONF.formatted("of-file"))
                .resource("voicecloner.conf", CONF.formatted("of-class-path"));
        assertThat(region(world)).isEqualTo("of-file");
    }

    @Test
    void theClassPathIsTheLastResort() throws Exception {
        assertThat(region(new World(directory).resource("voicecloner.conf", CONF.formatted("of-class-path"))))
                .isEqualTo("of-class-path");
    }

    @Test
    void layersAreMergedKeyByKey() {
        Configured configured = new World(directory)
                .override("voicecloner.provider", "fake-file")
                .systemProperty("voicecloner.fake-file.count", "3")
                .variable("FAKE_FILE_REGION", "north")
                .variable("FAKE_FILE_API_KEY", "key-of-environment")
                .load();
        assertThat(configured.settings().options()).containsEntry("count", "3").containsEntry("region", "north");
        assertThat(configured.settings().apiKey().get()).isEqualTo("key-of-environment");
    }

    @Test
    void theEnvironmentNamesProviderAndAudioHostAndAllowsLoopback() throws Exception {
        Configured configured = new World(directory)
                .with("")
                .variable("VOICECLONER_PROVIDER", "fake-url")
                .variable("FAKE_URL_API_KEY", "key-of-environment")
                .variable("VOICECLONER_ALLOW_LOOPBACK", "true")
                .variable("VOICECLONER_AUDIO_HOST", "fake")
                .variable("FAKE_HOST_PORT", "8080")
                .load();
        assertThat(configured.provider().id()).isEqualTo("fake-url");
        assertThat(configured.settings().loopbackAllowed()).isTrue();
        assertThat(configured.audioHost().orElseThrow().settings()).containsEntry("port", "8080");
    }

    @Test
    void anEmptyVariableIsAsGoodAsNone() throws Exception {
        World world = new World(directory).with("").variable("FAKE_FILE_API_KEY", "");
        assertThat(world.load().settings().apiKey().get()).isEqualTo("key-of-file");
    }

    @Test
    void systemPropertiesOfOthersDoNotMatter() throws Exception {
        World world = new World(directory)
                .with("")
                .systemProperty("voiceclonerish.x", "y")
                .systemProperty("user.dir", "z");
        assertThat(world.load().warnings()).isEmpty();
    }

    @Test
    void aKeyThatIsAlsoABlockIsAnErrorAndNotACrash() {
        World world = new World(directory)
                .override("voicecloner.fake-file", "x")
                .override("voicecloner.fake-file.api-key", "CANARY-KEY");
        assertThat(world.failure()).hasMessageContaining("an override").hasMessageNotContaining("CANARY");
    }

    private World fileAndEnvironment() throws Exception {
        return new World(directory)
                .file("voicecloner.conf", CONF.formatted("of-file"))
                .variable("FAKE_FILE_REGION", "of-environment");
    }

    private static String region(World world) {
        return world.load().settings().option("region").orElseThrow();
    }
}
