package io.voicecloner;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one provider can do and what it takes. Immutable; checks, tables and help texts all read this one description. */
public final class Capabilities {
    private final Set<Feature> features;
    private final AudioLimits audio;
    private final AudioLimits promptAudio;
    private final int previewCodePoints;
    private final List<String> models;
    private final @Nullable String defaultModel;
    private final List<String> languages;
    private final @Nullable VoiceIdRule voiceIdRule;
    private final @Nullable SpeechLimits speech;

    private Capabilities(Builder builder) {
        this.features = Set.copyOf(builder.features);
        this.audio = builder.audio;
        this.promptAudio = builder.promptAudio;
        this.previewCodePoints = builder.previewCodePoints;
        this.models = List.copyOf(builder.models);
        this.defaultModel = builder.defaultModel;
        this.languages = List.copyOf(builder.languages);
        this.voiceIdRule = builder.voiceIdRule;
        this.speech = builder.speech;
    }

    /** Begins a description. The limits of the recording are needed always, those of the prompt audio with {@link Feature#PROMPT}. */
    public static Builder builder(AudioLimits audio) {
        return new Builder(audio);
    }

    /** What the provider can do. Immutable. */
    public Set<Feature> features() {
        return features;
    }

    /** Whether the provider can do this. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** What it takes as the recording to be cloned. */
    public AudioLimits audio() {
        return audio;
    }

    /** What it takes as prompt audio. */
    public AudioLimits promptAudio() {
        return promptAudio;
    }

    /** The longest preview text, in Unicode code points. */
    public int previewCodePoints() {
        return previewCodePoints;
    }

    /** The models known for previews, best first. Others pass with a warning, since providers add models. Immutable. */
    public List<String> models() {
        return models;
    }

    /** The model of a preview whose request names none; empty if the request must name one. */
    public Optional<String> defaultModel() {
        return Optional.ofNullable(defaultModel);
    }

    /** The languages known for {@link Feature#LANGUAGE_BOOST}. Others pass with a warning. Immutable. */
    public List<String> languages() {
        return languages;
    }

    /** What a chosen id must look like; there exactly with {@link Feature#CHOSEN_VOICE_ID}. */
    public Optional<VoiceIdRule> voiceIdRule() {
        return Optional.ofNullable(voiceIdRule);
    }

    /** What it takes for speech; there exactly with {@link Feature#SPEECH}. */
    public Optional<SpeechLimits> speech() {
        return Optional.ofNullable(speech);
    }

    /** Collects {@link Capabilities}. Not thread-safe. */
    public static final class Builder {
        private final Set<Feature> features = EnumSet.noneOf(Feature.class);
        private final AudioLimits audio;
        private AudioLimits promptAudio;
        private int previewCodePoints;
        private List<String> models = List.of();
        private @Nullable String defaultModel;
        private List<String> languages = List.of();
        private @Nullable VoiceIdRule voiceIdRule;
        private @Nullable SpeechLimits speech;

        private Builder(AudioLimits audio) {
            this.audio = Objects.requireNonNull(audio, "audio");
            this.promptAudio = audio;
        }

        /** Adds features that need no further description. */
        public Builder features(Feature... added) {
            features.addAll(List.of(added));
            return this;
        }

        /** Adds {@link Feature#PROMPT}. */
        public Builder prompt(AudioLimits limits) {
            features.add(Feature.PROMPT);
            this.promptAudio = Objects.requireNonNull(limits, "limits");
            return this;
        }

        /**
         * Adds {@link Feature#PREVIEW}.
         *
         * @param codePoints the longest text, in Unicode code points
         * @param knownModels best first
         * @param model the model of a request that names none; null if the request must name one
         */
        public Builder preview(int codePoints, List<String> knownModels, @Nullable String model) {
            features.add(Feature.PREVIEW);
            this.previewCodePoints = codePoints;
            this.models = knownModels;
            this.defaultModel = model;
            return this;
        }

        /** Adds {@link Feature#LANGUAGE_BOOST}. */
        public Builder languageBoost(List<String> knownLanguages) {
            features.add(Feature.LANGUAGE_BOOST);
            this.languages = knownLanguages;
            return this;
        }

        /** Adds {@link Feature#CHOSEN_VOICE_ID}. */
        public Builder chosenVoiceId(VoiceIdRule rule) {
            features.add(Feature.CHOSEN_VOICE_ID);
            this.voiceIdRule = Objects.requireNonNull(rule, "rule");
            return this;
        }

        /** Adds {@link Feature#SPEECH}. */
        public Builder speech(SpeechLimits limits) {
            features.add(Feature.SPEECH);
            this.speech = Objects.requireNonNull(limits, "limits");
            return this;
        }

        public Capabilities build() {
            return new Capabilities(this);
        }
    }
}
