package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.ConfigurationException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Properties given by code are all there is. */
class FromPropertiesTest {
    private static final Map<String, String> ENOUGH =
            Map.of("voicecloner.provider", "fake-file", "voicecloner.fake-file.api-key", "key-of-map");

    @BeforeEach
    void distract() {
        System.setProperty("voicecloner.provider", "fake-url");
        System.setProperty("voicecloner.fake-file.region", "of-property");
    }

    @AfterEach
    void clear() {
        System.clearProperty("voicecloner.provider");
        System.clearProperty("voicecloner.fake-file.region");
    }

    @Test
    void systemPropertiesAreNotLookedAt() {
        Configured configured = Configuration.ofProperties(ENOUGH, Map.of());
        assertThat(configured.name()).isEqualTo("fake-file");
        assertThat(configured.settings().options()).isEmpty();
    }

    @Test
    void withoutThemSystemPropertiesDoCount() {
        // The counterpart: what the test above relies on is there.
        assertThatThrownBy(VoiceCloners::fromConfig)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("There is no API key for fake-url");
    }

    @Test
    void overridesStillWin() {
        Configured configured = Configuration.ofProperties(
                ENOUGH,
                Map.of("voicecloner.fake-file.region", "north", "voicecloner.fake-file.api-key", "key-of-code"));
        assertThat(configured.settings().option("region")).contains("north");
        assertThat(configured.settings().apiKey().get()).isEqualTo("key-of-code");
    }

    @Test
    void emptyPropertiesNameNoProviderAndNoneIsChosen() {
        assertThatThrownBy(() -> VoiceCloners.fromProperties(Map.of()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("No provider is named");
    }

    @Test
    void aClonerOpensFromThemAndNamesItsProvider() {
        try (VoiceCloner cloner = VoiceCloners.fromProperties(ENOUGH)) {
            assertThat(cloner.provider()).isEqualTo("fake-file");
            assertThat(cloner).hasToString("VoiceCloner[fake-file]");
        }
    }

    @Test
    void aClonerOpenedByCodeNeedsNoneOfThem() {
        try (VoiceCloner cloner = VoiceCloners.open("fake-url", ProviderSettings.of("long-enough"))) {
            assertThat(cloner.provider()).isEqualTo("fake-url");
        }
    }

    @Test
    void anUnknownProviderOpenedByCodeIsAnErrorThatListsThoseInstalled() {
        assertThatThrownBy(() -> VoiceCloners.open("fake-fil", ProviderSettings.of("long-enough")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContainingAll("Did you mean \"fake-file\"?", "Installed: fake-file, fake-url");
    }
}
