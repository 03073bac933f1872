package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that nobody reads are errors, and the error guesses what was meant. */
class UnknownKeysTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "voicecloner.alow-loopback, allow-loopback",
        "voicecloner.acounts.a.provider, accounts",
        "voicecloner.fake-fil.region, fake-file",
        "voicecloner.fake-file.api-kee, api-key",
        "voicecloner.fake-file.REGION, region",
        "voicecloner.fake-file.baseurl, base-url",
        "voicecloner.audio-host.prot, port",
    })
    @Tag("B21")
    void aMisspeltKeyIsAnErrorThatNamesTheNearestOne(String key, String meant) throws Exception {
        World world = new World(directory).with(key + " = x");
        assertThat(world.failure().reason()).isEqualTo(Reason.UNKNOWN_SETTING);
        assertThat(world.failure()).hasMessageContaining("Did you mean \"" + meant + "\"?");
    }

    @Test
    void aNameFarFromAnyGetsNoGuess() throws Exception {
        assertThat(new World(directory)
                        .with("voicecloner.fake-file.zzzzzzzzzzzz = x")
                        .failure())
                .hasMessageNotContaining("Did you mean");
    }

    @Test
    void aBlockOfAProviderThatIsNotInstalledIsOnlyAWarning() throws Exception {
        Configured configured = new World(directory)
                .with("voicecloner.elsewhere { api-key = CANARY-KEY, whatever = 1 }")
                .load();
        assertThat(configured.warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .contains("\"elsewhere\"", "fake-file, fake-url")
                        .doesNotContain("CANARY"));
    }

    @Test
    void theBlockOfAnotherInstalledProviderIsCheckedToo() throws Exception {
        assertThat(new World(directory).with("voicecloner.fake-url.api-kee = x").failure())
                .hasMessageContaining("fake-url.api-kee");
    }

    @Test
    void anAccountThatIsNotSelectedIsCheckedToo() throws Exception {
        assertThat(new World(directory)
                        .with("voicecloner.accounts.team-b { provider = fake-file, api-kee = x }")
                        .failure())
                .hasMessageContaining("Did you mean \"api-key\"?");
    }

    @Test
    void keysOutsideOurBlockBelongToOthers() throws Exception {
        assertThat(new World(directory)
                        .with("akka { loglevel = debug }\nprovider = x")
                        .load()
                        .warnings())
                .isEmpty();
    }
}
