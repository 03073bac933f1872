package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RegionTest {
    private static final ProviderSettings SETTINGS = ProviderSettings.of(MiniMaxBench.KEY);

    @Test
    void aRegionBesideABaseUrlIsAContradiction() {
        ConfigurationException failure =
                refused(SETTINGS.withOption("region", "global").withBaseUrl(URI.create("http://127.0.0.1:1/v1")));

        assertThat(failure).hasMessageContaining("region").hasMessageContaining("base-url");
    }

    @Test
    void aRegionThatNobodyKnowsIsRefusedTogetherWithThoseThatAreKnown() {
        ConfigurationException failure = refused(SETTINGS.withOption("region", "atlantis"));

        assertThat(failure).hasMessageContaining("region").hasMessageContaining("global");
    }

    @Test
    void theDefaultRegionMayBeNamed() {
        try (VoiceCloner cloner = VoiceCloners.open("minimax", SETTINGS.withOption("region", "global"))) {
            assertThat(cloner.provider()).isEqualTo("minimax");
        }
    }

    private static ConfigurationException refused(ProviderSettings settings) {
        ConfigurationException failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> VoiceCloners.open("minimax", settings).close());
        assertThat(failure).isNotNull();
        return failure;
    }
}
