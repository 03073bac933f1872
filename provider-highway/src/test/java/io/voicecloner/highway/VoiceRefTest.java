package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** How voices made at Highway are called. */
class VoiceRefTest {
    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @Test
    void theReferenceNamesProviderAndTheServersId() {
        VoiceRef ref = highway.clone(HighwayBench.plain()).ref();

        assertThat(ref).hasToString("highway:hw-1");
        assertThat(VoiceRef.parse(ref.toString())).isEqualTo(ref);
    }

    @Test
    void theReferenceNamesTheAccountOfCode() {
        highway.with(settings -> settings.withAccount("team-b"));

        assertThat(highway.clone(HighwayBench.plain()).ref()).hasToString("highway@team-b:hw-1");
    }

    @Test
    void theReferenceNamesTheAccountOfProperties() {
        Map<String, String> properties = Map.of(
                "voicecloner.provider",
                "team-b",
                "voicecloner.accounts.team-b.provider",
                "highway",
                "voicecloner.accounts.team-b.api-key",
                HighwayBench.KEY,
                "voicecloner.accounts.team-b.base-url",
                highway.server().uri(HighwayBench.PREFIX).toString());
        try (VoiceCloner cloner = VoiceCloners.fromProperties(properties)) {
            assertThat(cloner.cloneVoice(HighwayBench.plain()).ref()).hasToString("highway@team-b:hw-1");
        }
    }

    @Test
    void highwayHasAnAddressOfItsOwn() {
        try (VoiceCloner cloner = VoiceCloners.open("highway", ProviderSettings.of(HighwayBench.KEY))) {
            assertThat(cloner.provider()).isEqualTo("highway");
        }
    }
}
