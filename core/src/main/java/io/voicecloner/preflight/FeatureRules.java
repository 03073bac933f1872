package io.voicecloner.preflight;

import io.voicecloner.Capabilities;
import io.voicecloner.CloneRequest;
import io.voicecloner.Feature;
import io.voicecloner.InstalledProvider;
import io.voicecloner.VoiceIdRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rule that what a provider lacks is refused and never left out silently, and the limits of single options. */
final class FeatureRules {
    private final Capabilities capabilities;
    private final List<InstalledProvider> others;
    private final Findings findings;

    FeatureRules(Capabilities capabilities, List<InstalledProvider> others, Findings findings) {
        this.capabilities = capabilities;
        this.others = others;
        this.findings = findings;
    }

    void check(CloneRequest request, String voiceIdPrefix) {
        Map<Feature, Option> asked = Map.of(
                Feature.PROMPT, new Option("promptAudio", "a prompt", request.prompt()),
                Feature.PREVIEW, new Option("text", "a preview", request.preview()),
                Feature.LANGUAGE_BOOST, new Option("language", "a language", request.language()),
                Feature.ACCURACY, new Option("accuracy", "an accuracy", request.accuracy()),
                Feature.NOISE_REDUCTION, new Option("noiseReduction", "noise reduction", request.noiseReduction()),
                Feature.VOLUME_NORMALIZATION,
                        new Option("volumeNormalization", "volume normalization", request.volumeNormalization()),
                Feature.WATERMARK, new Option("watermark", "a watermark", request.watermark()));
        new TreeMap<>(asked).forEach((feature, option) -> {
            if (option.value().isPresent() && !capabilities.has(feature)) {
                findings.violation(
                        option.field(),
                        "unsupported",
                        "This provider does not take " + option.words() + '.' + whoDoes(feature));
            }
        });
        request.accuracy()
                .filter(accuracy -> !(accuracy >= 0 && accuracy <= 1))
                .ifPresent(accuracy ->
                        findings.violation("accuracy", "out-of-range", "The accuracy " + accuracy + " is not 0 to 1."));
        checkVoiceId(request, voiceIdPrefix);
    }

    /** Something a request may ask for, and under which name. */
    private record Option(String field, String words, Optional<?> value) {}

    private String whoDoes(Feature feature) {
        List<String> names = others.stream()
                .filter(other -> other.capabilities().has(feature))
                .map(InstalledProvider::id)
                .toList();
        return names.isEmpty() ? "" : " Installed providers that do: " + String.join(", ", names) + '.';
    }

    private void checkVoiceId(CloneRequest request, String voiceIdPrefix) {
        if (capabilities.voiceIdRule().isEmpty()) {
            if (request.voiceId().isPresent()) {
                findings.violation(
                        "voiceId",
                        "unsupported",
                        "This provider chooses the voice id itself." + whoDoes(Feature.CHOSEN_VOICE_ID));
            }
            return;
        }
        VoiceIdRule rule = capabilities.voiceIdRule().get();
        request.voiceId()
                .filter(id -> !rule.allows(id))
                .ifPresent(id ->
                        findings.violation("voiceId", "malformed", "The voice id must be " + rule.description() + '.'));
        // Made ids are letters and digits: without a prefix, some would begin with a digit.
        boolean roomForMadeIds =
                rule.allows(voiceIdPrefix + "aaaaaaaaaaaaaaaa") && rule.allows(voiceIdPrefix + "2222222222222222");
        if (request.voiceId().isEmpty() && !roomForMadeIds) {
            findings.violation(
                    "config.voice-id-prefix",
                    "malformed",
                    "No voice id can begin with the configured prefix: one must be " + rule.description() + '.');
        }
    }
}
