package io.voicecloner.testkit;

import io.voicecloner.CloneRequest;
import io.voicecloner.Feature;
import java.util.stream.Stream;

/** Something that a request may ask for beyond the clone itself. */
enum AskedOption {
    PROMPT(Feature.PROMPT, "promptAudio") {
        @Override
        CloneRequest ask(CloneRequest request, Bench bench) {
            return request.withPrompt(bench.host().promptRecording(), "This voice sounds natural and pleasant.");
        }
    },
    PREVIEW(Feature.PREVIEW, "text") {
        @Override
        CloneRequest ask(CloneRequest request, Bench bench) {
            return bench.cloner().capabilities().models().stream()
                    .findFirst()
                    .map(model -> request.withPreview(TEXT, model))
                    .orElseGet(() -> request.withPreview(TEXT));
        }
    },
    LANGUAGE(Feature.LANGUAGE_BOOST, "language") {
        @Override
        CloneRequest ask(CloneRequest request, Bench bench) {
            return request.withLanguage(bench.cloner().capabilities().languages().stream()
                    .findFirst()
                    .orElse("English"));
        }
    },
    ACCURACY(Feature.ACCURACY, "accuracy") {
        @Override
        CloneRequest ask(CloneRequest request, Bench bench) {
            return request.withAccuracy(0.8);
        }
    },
    WATERMARK(Feature.WATERMARK, "watermark") {
        @Override
        CloneRequest ask(CloneRequest request, Bench bench) {
            return request.withWatermark(true);
        }
    },
    NOISE_REDUCTION(Feature.NOISE_REDUCTION, "noiseReduction") {
        @Override
        CloneRequest ask(CloneRequest request, Bench bench) {
            return request.withNoiseReduction(true);
        }
    },
    VOLUME_NORMALIZATION(Feature.VOLUME_NORMALIZATION, "volumeNormalization") {
        @Override
        CloneRequest ask(CloneRequest request, Bench bench) {
            return request.withVolumeNormalization(true);
        }
    };

    private static final String TEXT = "A gentle breeze passes over the soft grass.";

    private final Feature feature;
    private final String field;

    AskedOption(Feature feature, String field) {
        this.feature = feature;
        this.field = field;
    }

    /** The same request, asking for this too. */
    abstract CloneRequest ask(CloneRequest request, Bench bench);

    /** What a provider must have to be asked. */
    Feature feature() {
        return feature;
    }

    /** What a violation of it is called. */
    String field() {
        return field;
    }

    /** Those that the provider takes, or those that it does not. */
    static Stream<AskedOption> of(Bench bench, boolean taken) {
        return Stream.of(values())
                .filter(option -> bench.cloner().capabilities().has(option.feature) == taken);
    }
}
