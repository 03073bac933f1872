package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Feature;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** One cloner for many threads, and its end. */
final class LifeRules {
    private static final String GROUP = "threads and closing";
    private static final int CROWD = 16;
    private static final String LETTERS = "abcdefghijklmnop";

    /** More than any pool keeps that is shared by the whole process, and would outlive every cloner rightly. */
    private static final int LIVES = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Threads that are told to end need no more than a turn on a processor. */
    private static final Duration PATIENCE_WITH_THREADS = Duration.ofSeconds(2);

    private LifeRules() {}

    static Stream<ContractRule> all() {
        return Stream.of(
                rule(
                        "R55",
                        CROWD + " clones at the same time are " + CROWD + " voices, each told to its own caller",
                        LifeRules::crowd),
                rule("R56", "closing twice is harmless, and closed is closed", LifeRules::closed),
                rule(
                                "R57",
                                "closing ends a clone under way, which says that a voice may exist",
                                LifeRules::closedInFlight)
                        .needs(Trouble.SLOW),
                rule("R58", "closing leaves no thread behind", LifeRules::noThreadLeft));
    }

    private static ContractRule rule(String id, String title, ContractRule.Check check) {
        return new ContractRule(id, GROUP, title, check);
    }

    private static void crowd(Bench bench) throws Exception {
        VoiceCloner cloner = bench.cloner();
        boolean chosen = cloner.capabilities().has(Feature.CHOSEN_VOICE_ID);
        CyclicBarrier together = new CyclicBarrier(CROWD);
        List<Future<String>> ids = new ArrayList<>();
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            for (int i = 0; i < CROWD; i++) {
                String own = Bench.voiceId(LETTERS.charAt(i));
                CloneRequest request = chosen ? bench.plain().withVoiceId(own) : bench.plain();
                ids.add(crowd.submit(() -> {
                    together.await();
                    String told = cloner.cloneVoice(request).ref().id();
                    if (chosen) {
                        assertEquals(own, told, "the id told to the caller that chose one");
                    }
                    return told;
                }));
            }
            List<String> told = new ArrayList<>();
            for (Future<String> id : ids) {
                told.add(result(id));
            }
            assertEquals(CROWD, new HashSet<>(told).size(), () -> "ids told: " + told);
            assertEquals(new HashSet<>(bench.host().voices()), new HashSet<>(told), "the ids told, and those made");
            assertEquals(CROWD, bench.host().creates(), "requests to make a voice");
        } finally {
            crowd.shutdownNow();
        }
    }

    private static void closed(Bench bench) {
        VoiceCloner cloner = bench.cloner();
        cloner.cloneVoice(bench.plain());
        cloner.close();
        cloner.close();
        assertThrows(IllegalStateException.class, () -> cloner.cloneVoice(bench.plain()), "a clone after the end");
        assertEquals(1, bench.host().creates(), "requests to make a voice");
    }

    private static void closedInFlight(Bench bench) throws Exception {
        VoiceCloner cloner = bench.cloner();
        CloneRequest request = bench.plain();
        bench.host().next(Trouble.SLOW);
        ExecutorService caller = Executors.newSingleThreadExecutor();
        try {
            Future<ClonedVoice> clone = caller.submit(() -> cloner.cloneVoice(request));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (bench.host().creates() == 0 && !clone.isDone() && System.nanoTime() < end) {
                Thread.sleep(5);
            }
            cloner.close();
            ExecutionException ended = assertThrows(
                    ExecutionException.class,
                    () -> clone.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS),
                    "the clone after its cloner was closed");
            VoiceClonerException failure = assertInstanceOf(VoiceClonerException.class, ended.getCause());
            assertTrue(failure.voiceMayExist(), () -> "voiceMayExist of: " + failure);
        } finally {
            caller.shutdownNow();
        }
    }

    private static void noThreadLeft(Bench bench) throws Exception {
        bench.provider();
        List<Thread> started = Threads.startedBy(() -> {
            for (int i = 0; i < LIVES; i++) {
                try (VoiceCloner cloner =
                        VoiceCloners.fromProperties(bench.host().properties())) {
                    cloner.cloneVoice(bench.plain());
                }
            }
            return null;
        });
        if (started.size() >= LIVES) {
            List<Thread> left = Threads.outliving(started, PATIENCE_WITH_THREADS);
            assertTrue(left.size() < LIVES, () -> LIVES + " closed cloners left " + left);
        }
    }

    private static String result(Future<String> id) throws Exception {
        try {
            return id.get(PATIENCE.multipliedBy(6).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new AssertionFailedError("one of " + CROWD + " clones failed: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionFailedError("one of " + CROWD + " clones never ended", e);
        }
    }
}
