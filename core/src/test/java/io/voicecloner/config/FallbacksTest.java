package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Violation;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The providers to turn to when the first fails: named once, installed, and configured as the first must be. */
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
    @CsvSource(
            delimiter = '|',
            value = {
                "[fake-url]           | fake-url",
                "fake-url             | fake-url",
                "[fake-url, team-b]   | fake-url team-b",
                "\"team-b, fake-url\" | team-b fake-url",
            })
    void thoseInstalledAndAccountsAreOpenedInOrder(String value, String names) throws Exception {
        Configured configured = world(value).load();

        assertThat(configured.name()).isEqualTo("fake-file");
        assertThat(configured.fallbacks()).extracting(Configured::name).containsExactly(names.split(" "));
        assertThat(configured.fallbacks())
                .extracting(each -> each.provider().id())
                .containsOnly("fake-url");
    }

    @Test
    void whatOneOfThemLacksIsSaidWithAllElseThatIsWrong() throws Exception {
        World world = new World(directory)
                .with(
                        "voicecloner { fallbacks = [team-b], accounts.team-b.provider = fake-url, fake-file.attempts = 99 }");

        assertThat(world.failure().violations())
                .extracting(Violation::field)
                .contains("config.accounts.team-b.api-key", "config.fake-file.attempts");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"quota | QUOTA", "[permission, access] | PERMISSION ACCESS", "\"\" | ''"})
    void whatElseGoesOnIsNamed(String value, String causes) throws Exception {
        World world = new World(directory).with("voicecloner.failover-on = " + value);

        assertThat(world.load().failoverOn())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(causes.isEmpty() ? new String[0] : causes.split(" "));
    }

    @Test
    void aCauseThatIsNoneIsAnErrorThatNamesTheNearest() throws Exception {
        World world = new World(directory).with("").variable("VOICECLONER_FAILOVER_ON", "quotas");

        assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.failover-on");
            assertThat(violation.message()).contains("Did you mean \"quota\"?");
        });
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
                .with("voicecloner { fake-url.api-key = long-enough, fallbacks = " + value
                        + ", accounts.team-b { provider = fake-url, api-key = long-enough } }");
    }
}
