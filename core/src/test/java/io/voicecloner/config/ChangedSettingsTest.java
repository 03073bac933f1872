package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What configuration comes to can be changed in code, for every provider that is opened. */
class ChangedSettingsTest {
    private final List<ProviderSettings> seen = new ArrayList<>();

    @Test
    void theSettingsOfTheFirstAndOfItsFallbacksAreChanged() {
        try (VoiceCloner cloner = VoiceCloners.builder()
                .properties(Map.of(
                        "voicecloner.provider", "fake-file",
                        "voicecloner.fallbacks", "fake-url",
                        "voicecloner.fake-file.api-key", "long-enough",
                        "voicecloner.fake-file.deadline", "7s",
                        "voicecloner.fake-url.api-key", "long-enough"))
                .settings(given -> given.withDeadline(given.deadline().plusSeconds(1)))
                .settings(given -> {
                    seen.add(given);
                    return given;
                })
                .build()) {
            assertThat(cloner.provider()).isEqualTo("fake-file");
        }

        assertThat(seen)
                .extracting(ProviderSettings::deadline)
                .containsExactlyInAnyOrder(
                        Duration.ofSeconds(8), Duration.ofMinutes(10).plusSeconds(1));
    }
}
