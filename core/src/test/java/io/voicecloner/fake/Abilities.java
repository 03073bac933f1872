package io.voicecloner.fake;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.SpeechLimits;
import io.voicecloner.VoiceIdRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the fake providers can do. */
public final class Abilities {
    public static final long MAX_AUDIO = 10_000;
    public static final long MAX_PROMPT_AUDIO = 1_000;
    public static final int LONGEST_TEXT = 1_000;

    private Abilities() {}

    /** Everything, by file. */
    public static Capabilities files() {
        return Capabilities.builder(limits(MAX_AUDIO))
                .features(
                        Feature.FILE_AUDIO,
                        Feature.ACCURACY,
                        Feature.NOISE_REDUCTION,
                        Feature.VOLUME_NORMALIZATION,
                        Feature.WATERMARK)
                .prompt(limits(MAX_PROMPT_AUDIO))
                .preview(LONGEST_TEXT, List.of("model-1", "model-2"), "model-1")
                .languageBoost(List.of("English", "auto"))
                .chosenVoiceId(new VoiceIdRule(
                        Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]"), "8 to 256 letters and so on"))
                .build();
    }

    /** Prompt and preview, by URL. */
    public static Capabilities urls() {
        return Capabilities.builder(limits(MAX_AUDIO))
                .features(Feature.URL_AUDIO)
                .prompt(limits(MAX_PROMPT_AUDIO))
                .preview(LONGEST_TEXT, List.of("model-1"), null)
                .build();
    }

    /** A file, and nothing else. */
    public static Capabilities bare() {
        return Capabilities.builder(limits(MAX_AUDIO))
                .features(Feature.FILE_AUDIO)
                .build();
    }

    /** A file, and everything that comes after a clone. */
    public static Capabilities speaking() {
        return Capabilities.builder(limits(MAX_AUDIO))
                .features(Feature.FILE_AUDIO, Feature.LIST_VOICES, Feature.DELETE_VOICE)
                .speech(speech().tasks(50_000).build())
                .build();
    }

    /** Short texts, in two models, of which mp3 is streamed. */
    public static SpeechLimits.Builder speech() {
        return SpeechLimits.builder(9_999)
                .models(List.of("speech-2", "speech-1"), "speech-2")
                .ranges(SpeechLimits.Range.of(0.5, 2), SpeechLimits.Range.above(0, 10), SpeechLimits.Range.of(-12, 12))
                .emotions(List.of("happy", "sad"))
                .languages(List.of("English", "auto"))
                .formats(List.of("mp3", "wav"), Set.of("mp3"))
                .rates(List.of(16_000, 32_000), List.of(64_000, 128_000));
    }

    private static AudioLimits limits(long bytes) {
        return new AudioLimits(List.of("wav"), Optional.empty(), Optional.empty(), bytes);
    }
}
