package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.InstalledProvider;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.Recordings;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider lacks is refused, never left out silently. */
class FeatureRulesTest {
    static Stream<Map.Entry<String, CloneRequest>> options() {
        CloneRequest good = Checks.GOOD;
        return Stream.of(
                Map.entry("promptAudio", good.withPrompt(AudioSource.bytes(Recordings.wav(100)), "Words.")),
                Map.entry("text", good.withPreview("Hello.")),
                Map.entry("language", good.withLanguage("English")),
                Map.entry("accuracy", good.withAccuracy(0.5)),
                Map.entry("noiseReduction", good.withNoiseReduction(false)),
                Map.entry("volumeNormalization", good.withVolumeNormalization(true)),
                Map.entry("watermark", good.withWatermark(false)));
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionTheProviderLacksIsRefusedWithNothingAboutItsLimits(Map.Entry<String, CloneRequest> asked) {
        assertThat(Checks.of(Abilities.bare()).rules(asked.getValue()))
                .containsExactly(asked.getKey() + ": unsupported");
    }

    @ParameterizedTest
    @MethodSource("options")
    void anOptionTheProviderHasPasses(Map.Entry<String, CloneRequest> asked) {
        assertThat(Checks.forFiles().warnings(asked.getValue())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("options")
    void whoDoesTakeItIsNamed(Map.Entry<String, CloneRequest> asked) {
        Checks alone = Checks.of(Abilities.bare());
        Checks beside = alone.beside(
                new InstalledProvider("can-1", Abilities.files()),
                new InstalledProvider("cannot", Abilities.bare()),
                new InstalledProvider("can-2", Abilities.files()));
        assertThat(beside.failure(asked.getValue()))
                .hasMessageContaining(" Installed providers that do: can-1, can-2.");
        assertThat(alone.failure(asked.getValue())).hasMessageNotContaining("Installed providers");
        assertThat(alone.beside(new InstalledProvider("cannot", Abilities.bare()))
                        .failure(asked.getValue()))
                .hasMessageNotContaining("Installed providers");
    }

    @Test
    @Tag("B30")
    void whoTakesAnIdOfTheCallersChoiceIsNamed() {
        Checks checks = Checks.of(Abilities.bare()).beside(new InstalledProvider("can", Abilities.files()));
        assertThat(checks.failure(Checks.GOOD.withVoiceId("abcdefgh")))
                .hasMessageContaining("chooses the voice id itself. Installed providers that do: can.");
    }

    @Test
    void aBareRequestPassesEverywhere() {
        assertThat(Checks.of(Abilities.bare()).check(Checks.GOOD).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    @Tag("B42")
    void anAccuracyFromNoneToAllPasses(double accuracy) {
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withAccuracy(accuracy)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    @Tag("B42")
    void anAccuracyBeyondIsRefused(double accuracy) {
        assertThat(Checks.forFiles().rules(Checks.GOOD.withAccuracy(accuracy)))
                .containsExactly("accuracy: out-of-range");
    }
}
