package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Capabilities;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Violation;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What code says is held to the same rules as what a file says. */
class SettingsInCodeTest {
    private static final ProviderSettings KEY = ProviderSettings.of("long-enough");

    @Test
    void aMisspeltOptionIsAnErrorThatNamesTheOneThatWasMeant() {
        ConfigurationException failure = refusalOf(new FakeFileProvider(), KEY.withOption("regoin", "north"));

        assertThat(failure)
                .hasMessageContainingAll(
                        "no setting \"fake-file.regoin\"", "Did you mean \"region\"?", "Nothing was sent");
        assertThat(failure.violations()).extracting(Violation::field).containsExactly("config.fake-file.regoin");
    }

    @Test
    void everyWrongValueIsListedAtOnce() {
        ConfigurationException failure = refusalOf(
                new FakeFileProvider(), KEY.withOption("count", "many").withOption("loud", "maybe"));

        assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("config.fake-file.count", "config.fake-file.loud");
    }

    @Test
    void aValueThatMayBeAKeyInTheWrongPlaceIsNotRepeated() {
        ConfigurationException failure = refusalOf(new FakeFileProvider(), KEY.withOption("token", "sk-canary\n"));

        assertThat(failure).hasMessageContaining("line break").hasMessageNotContaining("sk-canary");
    }

    @Test
    void aProviderSeesTrueHoweverItWasWritten() {
        ProviderSettings settings = OwnOptions.ofCode(new FakeFileProvider(), KEY.withOption("loud", "On"));

        assertThat(settings.option("loud")).contains("true");
    }

    @Test
    void whatNothingWorksWithoutIsMissed() {
        ConfigurationException failure = refusalOf(new Homeless(), KEY);

        assertThat(failure.violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder("config.homeless.base-url", "config.homeless.street");
        assertThat(failure).hasMessageContaining("HOMELESS_BASE_URL in the environment");
    }

    @Test
    void whatNothingWorksWithoutSufficesOnceItIsThere() {
        ProviderSettings complete =
                KEY.withBaseUrl(URI.create("https://a.example")).withOption("street", "Long");

        assertThat(OwnOptions.ofCode(new Homeless(), complete).options()).containsEntry("street", "Long");
    }

    @Test
    void twoThatExcludeEachOtherAreToldBesideWhatElseIsWrong() {
        ConfigurationException failure = refusalOf(
                new Homeless(), KEY.withBaseUrl(URI.create("https://a.example")).withOption("map", "upside-down"));

        assertThat(failure.violations())
                .extracting(Violation::toString)
                .anyMatch(told -> told.contains("homeless.map is given together with base-url"))
                .anyMatch(told -> told.contains("no street"));
    }

    /** A key that was declared to be mandatory was missed although it was there. */
    @Test
    void aKeyMayBeDeclaredMandatory() {
        ProviderSettings complete =
                KEY.withBaseUrl(URI.create("https://a.example")).withOption("street", "Long");

        assertThat(OwnOptions.ofCode(new Homeless(), complete)).isNotNull();
    }

    private static ConfigurationException refusalOf(VoiceClonerProvider provider, ProviderSettings settings) {
        ConfigurationException failure =
                catchThrowableOfType(ConfigurationException.class, () -> OwnOptions.ofCode(provider, settings));
        assertThat(failure).as("the settings must be refused").isNotNull();
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.provider()).contains(provider.id());
        return failure;
    }

    /** One that has no address of its own. */
    private static final class Homeless implements VoiceClonerProvider {
        @Override
        public String id() {
            return "homeless";
        }

        @Override
        public Set<Option> options() {
            return StandardOptions.withoutAddress(
                    "HOMELESS",
                    Option.of("street", Option.Type.TEXT, "Where.").mandatory(),
                    Option.of("map", Option.Type.TEXT, "Which.").insteadOf(StandardOptions.BASE_URL),
                    Option.of(StandardOptions.API_KEY, Option.Type.SECRET, "The key.")
                            .mandatory());
        }

        @Override
        public Capabilities capabilities(ProviderSettings settings) {
            throw new AssertionError("not asked for");
        }

        @Override
        public ProviderSession open(ProviderSettings settings, ProviderContext context) {
            throw new AssertionError("not asked for");
        }
    }
}
