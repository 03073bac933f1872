package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The providers to turn to when the first fails: named once, installed, and without effect yet. */
@Tag("B19")
class FallbacksTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"\"", "\" , \""})
    void noneIsAsGoodAsNotSet(String value) throws Exception {
        assertThat(world(value).load().warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[fake-url]", "fake-url", "[fake-url, team-b]", "\"fake-url, team-b\""})
    void thoseInstalledAndAccountsAreTakenWithAWarning(String value) throws Exception {
        assertThat(world(value).load().warnings())
                .singleElement()
                .asString()
                .contains("fallbacks is set and has no effect in this release");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[fake-url, fake-url]     | twice   | \"fake-url\" twice",
                "[fake-file]              | twice   | \"fake-file\" twice",
                "[team-b, fake-url, team-b] | twice | \"team-b\" twice",
                "[nobody]                 | unknown | \"nobody\", which is no installed provider",
                "[fake-ur]                | unknown | Did you mean \"fake-url\"?",
            })
    void oneNamedTwiceAndOneThatIsNoneAreErrors(String value, String rule, String words) throws Exception {
        assertThat(world(value).failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.fallbacks");
            assertThat(violation.rule()).isEqualTo(rule);
            assertThat(violation.message()).contains(words);
        });
    }

    @Test
    void theEnvironmentNamesThemBetweenCommas() throws Exception {
        World world = new World(directory).with("").variable("VOICECLONER_FALLBACKS", "fake-url,fake-url");
        assertThat(world.failure()).hasMessageContaining("\"fake-url\" twice");
    }

    private World world(String value) throws Exception {
        return new World(directory)
                .with("voicecloner { fallbacks = " + value
                        + ", accounts.team-b { provider = fake-url, api-key = long-enough } }");
    }
}
