package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two settings that exclude each other do so within one layer; an upper layer's choice settles it. */
class ExclusiveSettingsTest {
    @TempDir
    Path directory;

    @Test
    void aKeyFromAboveHidesTheKeyFileBelow() throws Exception {
        World world = new World(directory)
                .file(
                        "voicecloner.conf",
                        "voicecloner { provider = fake-file, fake-file { api-key-file = \"/none/such\" } }")
                .override("voicecloner.fake-file.api-key", "key-of-override");
        assertThat(world.load().settings().apiKey().get()).isEqualTo("key-of-override");
    }

    @Test
    void aFileThatLacksTheBlockIsNotPassedOverInSilence() throws Exception {
        World world = new World(directory).file("voicecloner.conf", "provider = fake-file");
        assertThat(world.failure()).hasMessageContaining("it holds no block voicecloner");
    }

    @Test
    void aProvidersBlockInFallbacksIsNeverQuoted() throws Exception {
        World world = new World(directory).with("voicecloner.fallbacks { fake-url { api-key = \"canary-12345\" } }");
        assertThat(world.failure()).hasMessageContaining("fallbacks").hasMessageNotContaining("canary-12345");
    }
}
