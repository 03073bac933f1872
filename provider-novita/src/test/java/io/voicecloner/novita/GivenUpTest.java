package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A clone in one request is given up, by its future or by an interrupt: while its recording is published, and while the voice is made. */
@Tag("faults")
@Tag("F53")
@Tag("F54")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class GivenUpTest {
    /** More than may be in flight at once. */
    private static final int TIMES = 5;

    @AutoClose
    private final FaultyNovita novita = new FaultyNovita();

    @AutoClose
    private final StallingHost host = new StallingHost();

    private final List<CloneEvent> events = new CopyOnWriteArrayList<>();
    private final Semaphore reached = new Semaphore(0);
    private volatile @Nullable Thread worker;
    private volatile @Nullable Throwable failure;
    private volatile boolean flagKept;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void publishing(boolean byFuture) throws Exception {
        CloneRequest local = CloneRequest.of(AudioSource.file(Path.of("..", "samples", "speech.mp3")));
        try (VoiceCloner cloner = open()) {
            for (int i = 0; i < TIMES; i++) {
                CompletableFuture<?> asked = ask(cloner, local, byFuture);
                host.awaitRecording();
                giveUp(asked, byFuture, "publishing");
                expectEnd(asked, byFuture, CanceledException.class);
                assertThat(told()).isEmpty();
            }
            assertThat(novita.received()).isEmpty();
            host.letGo();
            cloner.cloneVoice(local);
        }
        assertThat(novita.received()).hasSize(1);
        assertThat(host.up()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whileTheVoiceIsMade(boolean byFuture) throws Exception {
        Reply silent = connection -> {
            reached.release();
            Reply.silence().on(connection);
        };
        novita.answering(silent, silent, silent, silent, silent, Reply.json(NovitaBench.SUCCESS));
        try (VoiceCloner cloner = open()) {
            for (int i = 0; i < TIMES; i++) {
                CompletableFuture<?> asked = ask(cloner, NovitaBench.plain(), byFuture);
                reached.acquire();
                giveUp(asked, byFuture, "making the voice");
                expectEnd(asked, byFuture, AmbiguousOutcomeException.class);
                // Its id nobody knows but the provider.
                assertThat(told())
                        .singleElement()
                        .satisfies(event -> assertThat(event.voiceId()).isEmpty());
            }
            assertThat(novita.received()).hasSize(TIMES);
            cloner.cloneVoice(NovitaBench.plain());
        }
        assertThat(novita.received()).hasSize(TIMES + 1);
    }

    private VoiceCloner open() {
        return novita.builder()
                .audioHost(host)
                .listener(events::add)
                .executor(this::start)
                .build();
    }

    private CompletableFuture<?> ask(VoiceCloner cloner, CloneRequest request, boolean byFuture) {
        events.clear();
        if (byFuture) {
            return cloner.cloneVoiceAsync(request);
        }
        start(() -> {
            try {
                cloner.cloneVoice(request);
            } catch (RuntimeException e) {
                failure = e;
            }
        });
        return new CompletableFuture<>();
    }

    private void start(Runnable work) {
        Thread thread = new Thread(() -> {
            work.run();
            flagKept = Thread.currentThread().isInterrupted();
        });
        thread.setDaemon(true);
        worker = thread;
        thread.start();
    }

    private void giveUp(CompletableFuture<?> asked, boolean byFuture, String phase) throws InterruptedException {
        Thread thread = Objects.requireNonNull(worker);
        long start = System.nanoTime();
        if (byFuture) {
            asked.cancel(true);
        } else {
            thread.interrupt();
        }
        thread.join(2_000);
        System.out.printf(
                "gave up %s by %s: ended after %.1f ms%n",
                phase, byFuture ? "CANCEL" : "INTERRUPT", (System.nanoTime() - start) / 1e6);
        assertThat(thread.isAlive()).isFalse();
        assertThat(flagKept).isEqualTo(!byFuture);
    }

    private void expectEnd(CompletableFuture<?> asked, boolean byFuture, Class<? extends Throwable> leaf) {
        if (byFuture) {
            assertThat(asked).isCancelled();
        } else {
            assertThat(failure).isInstanceOf(leaf);
        }
    }

    private List<CloneEvent.OutcomeUnknown> told() {
        return events.stream()
                .filter(CloneEvent.OutcomeUnknown.class::isInstance)
                .map(CloneEvent.OutcomeUnknown.class::cast)
                .toList();
    }
}
