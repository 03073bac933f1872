package io.voicecloner;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one provider takes for speech. Immutable. */
public final class SpeechLimits {
    private final int codePoints;
    private final int taskCodePoints;
    private final List<String> models;
    private final @Nullable String defaultModel;
    private final boolean onlyKnownModels;
    private final Range speed;
    private final Range volume;
    private final Range pitch;
    private final List<String> emotions;
    private final List<String> languages;
    private final List<String> formats;
    private final Set<String> streamedFormats;
    private final List<Integer> sampleRates;
    private final List<Integer> bitrates;

    private SpeechLimits(Builder builder) {
        this.codePoints = builder.codePoints;
        this.taskCodePoints = builder.taskCodePoints;
        this.models = List.copyOf(builder.models);
        this.defaultModel = builder.defaultModel;
        this.onlyKnownModels = builder.onlyKnownModels;
        this.speed = builder.speed;
        this.volume = builder.volume;
        this.pitch = builder.pitch;
        this.emotions = List.copyOf(builder.emotions);
        this.languages = List.copyOf(builder.languages);
        this.formats = List.copyOf(builder.formats);
        this.streamedFormats = Set.copyOf(builder.streamedFormats);
        this.sampleRates = List.copyOf(builder.sampleRates);
        this.bitrates = List.copyOf(builder.bitrates);
    }

    /**
     * Begins a description.
     *
     * @param codePoints the longest text of one request, in Unicode code points
     */
    public static Builder builder(int codePoints) {
        return new Builder(codePoints);
    }

    /**
     * The numbers that an option may be.
     *
     * @param least the smallest; allowed itself unless {@code above}
     * @param most the largest, allowed itself
     * @param above whether the least one is not allowed itself
     */
    public record Range(double least, double most, boolean above) {
        /** Both ends are allowed. */
        public static Range of(double least, double most) {
            return new Range(least, most, false);
        }

        /** More than the least, and no more than the most. */
        public static Range above(double least, double most) {
            return new Range(least, most, true);
        }

        /** Whether a number may be used; what is no number may not. */
        public boolean allows(double number) {
            return (above ? number > least : number >= least) && number <= most;
        }
    }

    /** The longest text of one request, in Unicode code points. */
    public int codePoints() {
        return codePoints;
    }

    /** The longest text of a task, in Unicode code points; 0 where there are no tasks. */
    public int taskCodePoints() {
        return taskCodePoints;
    }

    /** The known models, best first. Immutable. */
    public List<String> models() {
        return models;
    }

    /** The model of a request that names none; empty if it must name one. */
    public Optional<String> defaultModel() {
        return Optional.ofNullable(defaultModel);
    }

    /** Whether a model that is not known cannot even be asked for, as where models are paths. Otherwise it passes with a warning. */
    public boolean onlyKnownModels() {
        return onlyKnownModels;
    }

    /** The allowed speeds. */
    public Range speed() {
        return speed;
    }

    /** The allowed volumes. */
    public Range volume() {
        return volume;
    }

    /** The allowed pitches, in semitones. */
    public Range pitch() {
        return pitch;
    }

    /** The known emotions; others pass with a warning. Immutable. */
    public List<String> emotions() {
        return emotions;
    }

    /** The known languages; others pass with a warning. None where the provider takes no language. Immutable. */
    public List<String> languages() {
        return languages;
    }

    /** The known formats, the default first; others pass with a warning. Immutable. */
    public List<String> formats() {
        return formats;
    }

    /** The formats that are streamed. None where nothing is. Immutable. */
    public Set<String> streamedFormats() {
        return streamedFormats;
    }

    /** The allowed samples a second. Immutable. */
    public List<Integer> sampleRates() {
        return sampleRates;
    }

    /** The allowed bits a second. Immutable. */
    public List<Integer> bitrates() {
        return bitrates;
    }

    /** Collects {@link SpeechLimits}. Not thread-safe. */
    public static final class Builder {
        private final int codePoints;
        private int taskCodePoints;
        private List<String> models = List.of();
        private @Nullable String defaultModel;
        private boolean onlyKnownModels;
        private Range speed = Range.of(1, 1);
        private Range volume = Range.of(1, 1);
        private Range pitch = Range.of(0, 0);
        private List<String> emotions = List.of();
        private List<String> languages = List.of();
        private List<String> formats = List.of();
        private Set<String> streamedFormats = Set.of();
        private List<Integer> sampleRates = List.of();
        private List<Integer> bitrates = List.of();

        private Builder(int codePoints) {
            this.codePoints = codePoints;
        }

        /** Adds tasks for longer texts. */
        public Builder tasks(int longest) {
            this.taskCodePoints = longest;
            return this;
        }

        /**
         * Names the models.
         *
         * @param known best first
         * @param model the one of a request that names none; null if it must name one
         */
        public Builder models(List<String> known, @Nullable String model) {
            this.models = known;
            this.defaultModel = model;
            return this;
        }

        /** Refuses every model that is not known. */
        public Builder onlyKnownModels() {
            this.onlyKnownModels = true;
            return this;
        }

        /** Says how the voice may be changed. */
        public Builder ranges(Range speeds, Range volumes, Range pitches) {
            this.speed = Objects.requireNonNull(speeds, "speeds");
            this.volume = Objects.requireNonNull(volumes, "volumes");
            this.pitch = Objects.requireNonNull(pitches, "pitches");
            return this;
        }

        /** Names the emotions. */
        public Builder emotions(List<String> known) {
            this.emotions = known;
            return this;
        }

        /** Names the languages. */
        public Builder languages(List<String> known) {
            this.languages = known;
            return this;
        }

        /**
         * Names the formats.
         *
         * @param known the default first
         * @param streamed those of them that are streamed
         */
        public Builder formats(List<String> known, Set<String> streamed) {
            this.formats = known;
            this.streamedFormats = streamed;
            return this;
        }

        /** Names what the audio may be sampled and coded at. */
        public Builder rates(List<Integer> samples, List<Integer> bits) {
            this.sampleRates = samples;
            this.bitrates = bits;
            return this;
        }

        public SpeechLimits build() {
            return new SpeechLimits(this);
        }
    }
}
