package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What configuration comes to can be changed in code, for each provider by itself: what is meant for one is not shown to another. */
class ChangedSettingsTest {
    private final List<ProviderSettings> seen = new ArrayList<>();

    @Test
    void theSettingsOfTheOneThatIsNamedAreChangedInOrder() {
        open("fake-file", given -> given.withDeadline(given.deadline().plusSeconds(1)));

        assertThat(seen).extracting(ProviderSettings::deadline).containsExactly(Duration.ofSeconds(8));
    }

    @Test
    void thoseOfAFallbackTooAndOfNobodyElse() {
        open("fake-url", given -> given.withDeadline(given.deadline().plusSeconds(1)));

        assertThat(seen)
                .extracting(ProviderSettings::deadline)
                .containsExactly(Duration.ofMinutes(10).plusSeconds(1));
    }

    private void open(String name, UnaryOperator<ProviderSettings> change) {
        try (VoiceCloner cloner = VoiceCloners.builder()
                .properties(Map.of(
                        "voicecloner.provider", "fake-file",
                        "voicecloner.fallbacks", "fake-url",
                        "voicecloner.fake-file.api-key", "long-enough",
                        "voicecloner.fake-file.deadline", "7s",
                        "voicecloner.fake-url.api-key", "long-enough"))
                .settings(name, change)
                .settings(name, given -> {
                    seen.add(given);
                    return given;
                })
                .build()) {
            assertThat(cloner.provider()).isEqualTo("fake-file");
        }
    }
}
