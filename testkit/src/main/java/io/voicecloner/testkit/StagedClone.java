package io.voicecloner.testkit;

import io.voicecloner.CloneEvent;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A clone with attempts left that is done on the thread of the test, and to which something happens at a moment that its events tell. */
final class StagedClone {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final List<CloneEvent> told = new CopyOnWriteArrayList<>();
    private final VoiceCloner cloner;
    private final CompletableFuture<ClonedVoice> future;

    /**
     * Asks for it and does nothing yet.
     *
     * @param oversleeping how much longer each pause takes than it should
     * @param stage is told of every event as it happens
     */
    StagedClone(Bench bench, Duration oversleeping, BiConsumer<CloneEvent, StagedClone> stage) {
        cloner = bench.persistent(settings -> settings.time(new Impatience(oversleeping))
                .executor(work::add)
                .listener(event -> {
                    told.add(event);
                    stage.accept(event, this);
                }));
        future = cloner.cloneVoiceAsync(bench.plain());
    }

    /** Does it; returns whether the thread was interrupted then, which it no longer is. */
    boolean run() {
        try {
            work.remove().run();
        } finally {
            work.clear();
        }
        return Thread.interrupted();
    }

    VoiceCloner cloner() {
        return cloner;
    }

    CompletableFuture<ClonedVoice> future() {
        return future;
    }

    /** All events so far. */
    List<CloneEvent> told() {
        return told;
    }
}
