package io.voicecloner.novita;

import io.voicecloner.SpeechLimits;
import io.voicecloner.SpeechLimits.Range;
import java.util.List;
import java.util.Set;

/**
 * What the dialect takes for speech, by the public pages of the models (Novita {@code model-apis-minimax-speech-…}, docs.jiekou.ai
 * {@code reference-minimax-speech-…}): the same at every host.
 */
final class SpokenLimits {
    /** "Less than 10,000". */
    private static final int TEXT = 9_999;

    private static final int TASK = 50_000;

    private static final List<String> FORMATS = List.of("mp3", "pcm", "flac", "wav");

    /** "wav" comes whole only. */
    private static final Set<String> STREAMED = Set.of("mp3", "pcm", "flac");

    private static final List<Integer> SAMPLE_RATES = List.of(8_000, 16_000, 22_050, 24_000, 32_000, 44_100);
    private static final List<Integer> BITRATES = List.of(32_000, 64_000, 128_000, 256_000);

    /** Of the pages of all models: which model takes which changes from page to page. */
    private static final List<String> EMOTIONS = List.of(
            "happy", "sad", "angry", "fearful", "disgusted", "surprised", "neutral", "calm", "fluent", "whisper");

    /** Unlike the clone, speech takes {@code language_boost}. The first 24 and {@code auto} on every page, the rest on those of newer models. */
    private static final List<String> LANGUAGES = List.of(
            "Chinese",
            "Chinese,Yue",
            "English",
            "Arabic",
            "Russian",
            "Spanish",
            "French",
            "Portuguese",
            "German",
            "Turkish",
            "Dutch",
            "Ukrainian",
            "Vietnamese",
            "Indonesian",
            "Japanese",
            "Italian",
            "Korean",
            "Thai",
            "Polish",
            "Romanian",
            "Greek",
            "Czech",
            "Finnish",
            "Hindi",
            "Bulgarian",
            "Danish",
            "Hebrew",
            "Malay",
            "Persian",
            "Slovak",
            "Swedish",
            "Croatian",
            "Filipino",
            "Hungarian",
            "Norwegian",
            "Slovenian",
            "Catalan",
            "Nynorsk",
            "Tamil",
            "Afrikaans",
            "auto");

    private SpokenLimits() {}

    static SpeechLimits.Builder with(List<String> models) {
        return SpeechLimits.builder(TEXT)
                .tasks(TASK)
                .models(models, models.get(0))
                .onlyKnownModels()
                .ranges(Range.of(0.5, 2), Range.above(0, 10), Range.of(-12, 12))
                .emotions(EMOTIONS)
                .languages(LANGUAGES)
                .formats(FORMATS, STREAMED)
                .rates(SAMPLE_RATES, BITRATES);
    }
}
