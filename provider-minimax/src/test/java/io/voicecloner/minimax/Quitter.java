package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.CanceledException;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Somebody who asks for a voice and gives up on the way. Knows when the work has really ended, and what was told of it. */
final class Quitter {
    private static final Duration GENEROUS = Duration.ofSeconds(2);

    private final Way way;
    private final List<CloneEvent> events = new CopyOnWriteArrayList<>();
    private final List<Duration> latencies = new ArrayList<>();
    private final Semaphore held = new Semaphore(0);
    private final Semaphore givenUp = new Semaphore(0);
    private volatile Predicate<CloneEvent> holdAt = event -> false;
    private volatile @Nullable Thread thread;
    private volatile @Nullable CompletableFuture<?> future;
    private volatile @Nullable Throwable failure;
    private volatile boolean flagKept;

    /** How somebody gives up. */
    enum Way {
        /** The future of an asynchronous clone is cancelled. */
        CANCEL,
        /** The thread that waits for a voice is interrupted. */
        INTERRUPT
    }

    Quitter(Way way) {
        this.way = way;
    }

    /** A cloner whose events are heard here, and whose background work ends here. */
    VoiceCloner open(VoiceCloners.Builder builder) {
        return builder.listener(this::hear).executor(this::start).build();
    }

    /** Holds the clone up when it tells of this, until it is given up. */
    void holdAt(Predicate<CloneEvent> event) {
        holdAt = event;
    }

    private void hear(CloneEvent event) {
        events.add(event);
        if (holdAt.test(event)) {
            held.release();
            // An interrupt meanwhile is kept.
            givenUp.acquireUninterruptibly();
        }
    }

    /** Waits until the clone is held up. */
    void awaitHold() throws InterruptedException {
        held.acquire();
    }

    void ask(VoiceCloner cloner, CloneRequest request) {
        events.clear();
        if (way == Way.CANCEL) {
            future = cloner.cloneVoiceAsync(request);
        } else {
            start(() -> clone(cloner, request));
        }
    }

    private void clone(VoiceCloner cloner, CloneRequest request) {
        try {
            cloner.cloneVoice(request);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void start(Runnable work) {
        Thread worker = new Thread(
                () -> {
                    work.run();
                    flagKept = Thread.currentThread().isInterrupted();
                },
                "quitter");
        worker.setDaemon(true);
        thread = worker;
        worker.start();
    }

    /** Gives up, and waits until nothing goes on any more. */
    void quit() throws InterruptedException {
        Thread worker = Objects.requireNonNull(thread);
        long start = System.nanoTime();
        if (way == Way.CANCEL) {
            assertThat(Objects.requireNonNull(future).cancel(true)).isTrue();
        } else {
            worker.interrupt();
        }
        givenUp.release();
        worker.join(GENEROUS.toMillis());
        latencies.add(Duration.ofNanos(System.nanoTime() - start));
        assertThat(worker.isAlive()).as("still at work").isFalse();
        assertThat(flagKept).as("the interrupt flag").isEqualTo(way == Way.INTERRUPT);
    }

    /** No voice was made, and that is certain. */
    void expectCanceled() {
        assertThat(told(CloneEvent.OutcomeUnknown.class)).isEmpty();
        expectEnd(CanceledException.class);
    }

    /** A voice may exist: the exception says so, or the listener where there is nobody to throw at. */
    void expectDoubt() {
        assertThat(told(CloneEvent.OutcomeUnknown.class)).singleElement().satisfies(event -> {
            assertThat(event.reason()).isEqualTo(Reason.CANCELED);
            assertThat(event.voiceId()).isPresent();
        });
        expectEnd(AmbiguousOutcomeException.class);
    }

    private void expectEnd(Class<? extends VoiceClonerException> leaf) {
        if (way == Way.CANCEL) {
            assertThat(Objects.requireNonNull(future).isCancelled()).isTrue();
        } else {
            assertThat(failure)
                    .isInstanceOf(leaf)
                    .isInstanceOfSatisfying(
                            VoiceClonerException.class,
                            e -> assertThat(e.reason()).isEqualTo(Reason.CANCELED));
        }
    }

    /** What is left behind unused, told by name. */
    void expectOrphans(String... names) {
        assertThat(told(CloneEvent.OrphanLeft.class))
                .extracting(CloneEvent.OrphanLeft::name)
                .containsExactly(names);
        if (way == Way.INTERRUPT) {
            assertThat(failure)
                    .isInstanceOfSatisfying(
                            VoiceClonerException.class,
                            e -> assertThat(e.orphans()).containsExactly(names));
        }
    }

    private <E extends CloneEvent> List<E> told(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** A line for people: how long it took from giving up until nothing went on. */
    void print(String phase) {
        Duration longest = latencies.stream().max(Duration::compareTo).orElseThrow();
        System.out.printf("gave up %s by %s: ended after %.1f ms%n", phase, way, longest.toNanos() / 1e6);
    }

    static void until(BooleanSupplier expected) throws InterruptedException {
        for (int i = 0; i < 1000 && !expected.getAsBoolean(); i++) {
            Thread.sleep(2);
        }
        assertThat(expected.getAsBoolean()).isTrue();
    }
}
