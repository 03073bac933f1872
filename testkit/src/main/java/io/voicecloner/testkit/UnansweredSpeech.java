package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.voicecloner.CloneEvent;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceCloner;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A synthesis with attempts left, on a thread of its own: its request has arrived, and no answer comes. */
final class UnansweredSpeech {
    /** Much for a machine with much else to do, and little beside the silence of the host. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration ARRIVAL = Duration.ofSeconds(10);

    private final ProviderHost host;
    private final Speaking voice;
    private final VoiceCloner cloner;
    private final CompletableFuture<Synthesis> speech;
    private final List<CloneEvent> told = new CopyOnWriteArrayList<>();
    private volatile Thread thread = Thread.currentThread();
    private final int sent;

    private UnansweredSpeech(Bench bench, Speaking voice, SpeechRequest request) throws InterruptedException {
        this.voice = voice;
        host = bench.host();
        cloner = bench.persistent(settings -> settings.executor(this::run).listener(told::add));
        int before = host.speeches();
        host.next(SpeechTrouble.SLOW);
        speech = cloner.speech().synthesizeAsync(request, voice.target());
        long end = System.nanoTime() + ARRIVAL.toNanos();
        while (host.speeches() == before && thread.isAlive() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertEquals(before + 1, host.speeches(), "requests to speak");
        sent = host.requests();
    }

    private void run(Runnable work) {
        thread = new Thread(work, "unanswered-speech");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins with it, and waits until the request has arrived. */
    static UnansweredSpeech begin(Bench bench, Speaking voice, SpeechRequest request) throws InterruptedException {
        return new UnansweredSpeech(bench, voice, request);
    }

    void cancel() {
        speech.cancel(true);
    }

    void closeCloner() {
        cloner.close();
    }

    /** Waits for the end, which must come soon: with nothing more sent, no file, and the listener told that money may be spent. */
    void requireEnd(String after) throws InterruptedException, IOException {
        thread.join(PATIENCE.toMillis());
        assertFalse(thread.isAlive(), () -> "the synthesis goes on " + after);
        assertEquals(sent, host.requests(), () -> "requests in all " + after);
        assertEquals(List.of(), voice.files(), () -> "files " + after);
        long doubts = told.stream()
                .filter(event -> event instanceof CloneEvent.SpeechFailed failed && failed.moneyMayBeSpent())
                .count();
        assertEquals(1, doubts, () -> "how often the listener was told that money may be spent " + after + ": " + told);
    }
}
