package io.voicecloner.minimax;

import io.voicecloner.SpeechLimits;
import java.util.List;
import java.util.Set;

/** What the dialect takes for speech (public pages of {@code t2a_v2} and {@code t2a_async_v2}, wire-facts 1.4). */
final class SpeechData {
    /** "Less than 10,000 characters". */
    private static final int LONGEST_TEXT = 9_999;

    /** What the field of a task is documented to take; the page beside it says more, of files. */
    private static final int LONGEST_TEXT_OF_A_TASK = 50_000;

    private static final List<String> EMOTIONS =
            List.of("happy", "sad", "angry", "fearful", "disgusted", "surprised", "calm", "fluent", "whisper");

    private static final List<String> FORMATS = List.of("mp3", "pcm", "flac", "wav", "pcmu_raw", "pcmu_wav", "opus");

    /** Not those with a head that says how long the rest is: the documents exclude {@code wav}, and the other is one too. */
    private static final Set<String> STREAMED = Set.of("mp3", "pcm", "flac", "pcmu_raw", "opus");

    private static final List<Integer> SAMPLE_RATES = List.of(8000, 16000, 22050, 24000, 32000, 44100);

    private static final List<Integer> BITRATES = List.of(32000, 64000, 128000, 256000);

    private SpeechData() {}

    static SpeechLimits.Builder limits() {
        return SpeechLimits.builder(LONGEST_TEXT)
                .tasks(LONGEST_TEXT_OF_A_TASK)
                .ranges(SpeechLimits.Range.of(0.5, 2), SpeechLimits.Range.above(0, 10), SpeechLimits.Range.of(-12, 12))
                .emotions(EMOTIONS)
                .formats(FORMATS, STREAMED)
                .rates(SAMPLE_RATES, BITRATES);
    }
}
