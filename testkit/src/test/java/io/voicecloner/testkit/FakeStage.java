package io.voicecloner.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Where the voices of a {@link FakeHost} speak. */
final class FakeStage {
    private static final Set<SpeechTrouble> SPOKEN = Set.of(
            SpeechTrouble.DROPPED_AFTER_ACTING,
            SpeechTrouble.TRUNCATED,
            SpeechTrouble.NO_AUDIO,
            SpeechTrouble.STREAM_CUT,
            SpeechTrouble.WHOLE_AGAIN,
            SpeechTrouble.SLOW);

    private final Queue<SpeechTrouble> next = new ConcurrentLinkedQueue<>();
    private final List<String> syntheses = new CopyOnWriteArrayList<>();
    private final Set<String> gone = ConcurrentHashMap.newKeySet();
    private final AtomicInteger speeches = new AtomicInteger();

    void next(SpeechTrouble trouble) {
        next.add(trouble);
    }

    /** The request to speak; what it met. */
    Optional<SpeechTrouble> speak(String voiceId, List<String> voices) {
        speeches.incrementAndGet();
        Optional<SpeechTrouble> met =
                isThere(voiceId, voices) ? Optional.ofNullable(next.poll()) : Optional.of(SpeechTrouble.VOICE_MISSING);
        if (met.isEmpty() || SPOKEN.contains(met.get())) {
            syntheses.add(voiceId);
        }
        return met;
    }

    /** What every voice says. */
    byte[] sound() {
        return Silence.wav(Duration.ofMillis(100));
    }

    List<String> syntheses() {
        return List.copyOf(syntheses);
    }

    int speeches() {
        return speeches.get();
    }

    /** Those that were used, and are there. */
    List<String> listed(List<String> voices) {
        return voices.stream()
                .filter(voice -> isThere(voice, voices) && syntheses.contains(voice))
                .toList();
    }

    /** Whether there was one. */
    boolean delete(String voiceId, List<String> voices) {
        return voices.contains(voiceId) && gone.add(voiceId);
    }

    private boolean isThere(String voiceId, List<String> voices) {
        return voices.contains(voiceId) && !gone.contains(voiceId);
    }
}
