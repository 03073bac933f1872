package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Environment variables inside a file. */
class SubstitutionTest {
    @TempDir
    Path directory;

    @Test
    void aVariableThatIsSetIsPutIn() throws Exception {
        World world = new World(directory)
                .with("voicecloner.fake-file.api-key = ${MY_KEY}")
                .variable("MY_KEY", "key-of-mine");
        assertThat(world.load().settings().apiKey().get()).isEqualTo("key-of-mine");
    }

    @Test
    void aVariableThatIsNotSetIsAnError() throws Exception {
        World world = new World(directory).with("voicecloner.fake-file.region = ${NOT_SET_ANYWHERE}");
        assertThat(world.failure()).hasMessageContaining("a ${…} names nothing that is set");
    }

    @Test
    void anOptionalVariableThatIsNotSetLeavesWhatWasThere() throws Exception {
        World world = new World(directory).with("voicecloner.fake-file.api-key = ${?NOT_SET_ANYWHERE}");
        assertThat(world.load().settings().apiKey().get()).isEqualTo("key-of-file");
    }

    @Test
    void anOptionalVariableThatIsSetReplacesWhatWasThere() throws Exception {
        World world = new World(directory)
                .with("voicecloner.fake-file.api-key = ${?MY_KEY}")
                .variable("MY_KEY", "key-of-mine");
        assertThat(world.load().settings().apiKey().get()).isEqualTo("key-of-mine");
    }

    @Test
    void aVariableMayStandInsideAText() throws Exception {
        World world = new World(directory)
                .with("voicecloner.fake-file.base-url = \"https://\"${HOST_NAME}\"/v1\"")
                .variable("HOST_NAME", "gateway.example");
        assertThat(world.load().settings().baseUrl().orElseThrow()).hasToString("https://gateway.example/v1");
    }

    @Test
    void aFileMayReferToItself() throws Exception {
        World world = new World(directory)
                .with("place = ${PLACE}\nvoicecloner.fake-file.region = ${place}")
                .variable("PLACE", "north");
        assertThat(world.load().settings().option("region")).contains("north");
    }

    @Test
    void theProcessEnvironmentIsNotAskedBehindTheBack() throws Exception {
        // Every process has a PATH; this world has none.
        World world = new World(directory).with("voicecloner.fake-file.region = ${PATH}");
        assertThat(world.failure()).hasMessageContaining("names nothing that is set");
    }

    @Test
    void aCircleIsAnErrorAndNotACrash() throws Exception {
        World world = new World(directory).with("a = ${b}\nb = ${a}");
        assertThat(world.failure().violations()).hasSize(1);
    }
}
