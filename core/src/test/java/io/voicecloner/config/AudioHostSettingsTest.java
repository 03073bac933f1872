package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The block that says how local recordings are published. */
class AudioHostSettingsTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"", "voicecloner.audio-host {}", "voicecloner.audio-host.type = none"})
    void withoutATypeThereIsNone(String line) throws Exception {
        assertThat(new World(directory).with(line).load().audioHost()).isEmpty();
    }

    @Test
    void aHostIsGivenItsOwnSettingsOnly() throws Exception {
        AudioHostChoice choice = new World(directory)
                .with("voicecloner.audio-host { type = fake, port = 8080 }")
                .load()
                .audioHost()
                .orElseThrow();
        assertThat(choice.factory().type()).isEqualTo("fake");
        assertThat(choice.settings()).containsOnlyKeys("port").containsEntry("port", "8080");
    }

    @Test
    void anUnknownHostIsAnErrorThatListsThoseInstalled() throws Exception {
        assertThat(new World(directory)
                        .with("voicecloner.audio-host.type = fak")
                        .failure())
                .hasMessageContainingAll("There is no audio host \"fak\"", "Did you mean \"fake\"?");
    }

    @Test
    void itsSettingsAreCheckedByType() throws Exception {
        assertThat(new World(directory)
                        .with("voicecloner.audio-host { type = fake, port = http }")
                        .failure()
                        .violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("config.audio-host.port"));
    }

    @Test
    void twoHostsMayDeclareASettingOfTheSameName() throws Exception {
        AudioHostChoice choice = new World(directory)
                .with("voicecloner.audio-host { type = other, port = Rotterdam }")
                .load()
                .audioHost()
                .orElseThrow();
        assertThat(choice.settings()).containsEntry("port", "Rotterdam");
    }
}
