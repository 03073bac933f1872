package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Violation;
import io.voicecloner.fake.Abilities;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A dry run once said yes where the audio host publishes out of the provider's reach. */
class UnreachableAudioHostTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:1/, false, true",
        "http://127.0.0.1:1/, true, false",
        "https://audio.example/, false, false",
        "http://audio.example/, true, true"
    })
    void anAudioHostOutOfReachIsFoundBeforeAnythingIsPublished(URI base, boolean loopbackAllowed, boolean found) {
        Preflight preflight = new Preflight(
                "fake",
                Abilities.urls(),
                ProviderSettings.of("long-enough").withLoopbackAllowed(loopbackAllowed),
                true,
                Optional.of(base),
                List.of(),
                Clock.systemUTC());

        List<String> rules = preflight.report(Checks.GOOD).violations().stream()
                .map(Violation::rule)
                .toList();

        assertThat(rules.contains("unreachable-audio-host")).isEqualTo(found);
    }
}
