package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Violation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts at one provider, told apart by name. */
class AccountsTest {
    private static final String TWO_TEAMS = """
            voicecloner.accounts {
              team-a { provider = fake-file, api-key = key-of-a, region = north }
              team-b { provider = fake-url, api-key = key-of-b }
            }""";

    @TempDir
    Path directory;

    @Test
    void anAccountIsSelectedByItsName() throws Exception {
        Configured configured =
                world().variable("VOICECLONER_PROVIDER", "team-a").load();
        assertThat(configured.name()).isEqualTo("team-a");
        assertThat(configured.provider().id()).isEqualTo("fake-file");
        assertThat(configured.settings().apiKey().get()).isEqualTo("key-of-a");
        assertThat(configured.settings().account()).contains("team-a");
        assertThat(configured.settings().option("region")).contains("north");
    }

    @Test
    void anAccountDoesNotInheritTheKeyOfItsProvidersBlock() throws Exception {
        World world = world().with("voicecloner.accounts.team-c.provider = fake-file")
                .variable("VOICECLONER_PROVIDER", "team-c")
                .variable("FAKE_FILE_API_KEY", "key-of-environment");
        assertThat(world.failure()).hasMessageContaining("There is no API key for accounts.team-c");
    }

    @Test
    void anAccountMayGoByAnotherNameInReferences() throws Exception {
        Configured configured = world().override("voicecloner.accounts.team-a.account", "stage")
                .override("voicecloner.provider", "team-a")
                .load();
        assertThat(configured.settings().account()).contains("stage");
    }

    @Test
    void withoutAnAccountTheReferenceHasNone() throws Exception {
        assertThat(world().load().settings().account()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-key = long-enough", "provider = elsewhere", "provider = { a = b }", "provider = [x]"})
    void anAccountWithoutAnInstalledProviderIsAnErrorThatListsThem(String content) throws Exception {
        World world = new World(directory)
                .with("voicecloner.accounts.team-c { " + content + " }")
                .override("voicecloner.provider", "team-c");
        assertThat(world.failure().violations())
                .first()
                .extracting(Violation::message)
                .asString()
                .contains("\"team-c\" must name its provider", "fake-file, fake-url");
    }

    @Test
    void anAccountOfAProviderThatIsNotInstalledIsOnlyAWarningUntilItIsSelected() throws Exception {
        World world = new World(directory).with("voicecloner.accounts.team-c { provider = elsewhere, any = thing }");
        assertThat(world.load().warnings()).singleElement().asString().contains("\"team-c\"");
    }

    @Test
    void anUnknownAccountIsAnErrorThatGuesses() throws Exception {
        assertThat(world().override("voicecloner.provider", "team-x").failure())
                .hasMessageContaining("Did you mean \"team-a\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"team_a", "Team", "1st", "\"a b\"", "\"a@b\"", "\"a:b\""})
    void aNameThatNoReferenceCanHoldIsFoundBeforeAVoiceIsMadeUnderIt(String name) throws Exception {
        World world = new World(directory)
                .with("voicecloner { provider = " + name + ", accounts { " + name
                        + " { provider = fake-file, api-key = long-enough } } }");
        assertThat(world.failure()).hasMessageContaining("lower-case letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Team", "a_b", "a:b"})
    void codeCannotNameSuchAnAccountEither(String name) {
        ProviderSettings settings = ProviderSettings.of("long-enough");
        assertThatThrownBy(() -> settings.withAccount(name)).isInstanceOf(IllegalArgumentException.class);
    }

    private World world() throws Exception {
        return new World(directory).with(TWO_TEAMS);
    }
}
