package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/** A clone with attempts left, on a thread of its own: its request has arrived, and no answer comes. */
final class Unanswered {
    /** Much for a machine with much else to do, and little beside the silence of the host. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    /** What is done for the first time takes long. */
    private static final Duration ARRIVAL = Duration.ofSeconds(10);

    private final ProviderHost host;
    private final VoiceCloner cloner;
    private final CompletableFuture<ClonedVoice> clone;
    private final List<CloneEvent> told = new CopyOnWriteArrayList<>();
    private volatile Thread thread = Thread.currentThread();
    private volatile boolean interrupted;
    private final int sent;

    private Unanswered(Bench bench, CloneRequest request) throws InterruptedException {
        host = bench.host();
        cloner = bench.persistent(settings -> settings.executor(this::run).listener(told::add));
        int before = host.creates();
        host.next(Trouble.SLOW);
        clone = cloner.cloneVoiceAsync(request);
        long end = System.nanoTime() + ARRIVAL.toNanos();
        while (host.creates() == before && thread.isAlive() && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertEquals(before + 1, host.creates(), "requests to make a voice");
        sent = host.requests();
    }

    private void run(Runnable work) {
        thread = new Thread(
                () -> {
                    work.run();
                    interrupted = Thread.currentThread().isInterrupted();
                },
                "unanswered-clone");
        thread.setDaemon(true);
        thread.start();
    }

    /** Begins with it, and waits until the request has arrived. */
    static Unanswered begin(Bench bench, CloneRequest request) throws InterruptedException {
        return new Unanswered(bench, request);
    }

    VoiceCloner cloner() {
        return cloner;
    }

    void cancel() {
        clone.cancel(true);
    }

    void interrupt() {
        thread.interrupt();
    }

    void requireInterrupted() {
        assertTrue(interrupted, "the interrupt is gone from the thread's flag");
    }

    /** Waits for the end, which must come soon: with nothing more sent, and with the caller or the listener told that a voice may exist. */
    void requireDoubt(String after) throws InterruptedException {
        thread.join(PATIENCE.toMillis());
        assertFalse(thread.isAlive(), () -> "the clone goes on " + after);
        assertEquals(sent, host.requests(), "requests in all " + after);
        assertEquals(1, doubts(told), () -> "how often the listener was told of the doubt " + after + ": " + told);
        if (!clone.isCancelled()) {
            VoiceClonerException failure = failureOf(clone);
            assertEquals(Category.AMBIGUOUS_OUTCOME, failure.category(), () -> "the leaf " + after + ": " + failure);
        }
    }

    static long doubts(List<CloneEvent> told) {
        return told.stream()
                .filter(event -> event instanceof CloneEvent.OutcomeUnknown)
                .count();
    }

    static VoiceClonerException failureOf(CompletableFuture<ClonedVoice> clone) {
        ExecutionException ended = assertThrows(ExecutionException.class, clone::get, "the clone");
        return assertInstanceOf(VoiceClonerException.class, ended.getCause());
    }
}
