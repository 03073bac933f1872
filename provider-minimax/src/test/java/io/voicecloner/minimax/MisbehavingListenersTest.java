package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.voicecloner.CanceledException;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneEvent.AttemptFinished;
import io.voicecloner.CloneEvent.VoiceMade;
import io.voicecloner.CloneListener;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Listeners that block, throw or call back: each costs its own clone at most. */
@Tag("B96")
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class MisbehavingListenersTest {
    /** More than the requests of one kind that may be under way at once. */
    private static final int CROWD = 5;

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger toBlock = new AtomicInteger(CROWD);
    private final CountDownLatch blocked = new CountDownLatch(CROWD);

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"UPLOAD", "CLONE"})
    void listenersThatBlockedAfterARequestOnceKeptEverybodyElseFromAsking(Step step) throws Exception {
        VoiceCloner cloner = listenedToBy(event -> blockAfter(step, event));
        List<CompletableFuture<ClonedVoice>> held = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            held.add(cloner.cloneVoiceAsync(FaultyMiniMax.request()));
        }
        assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(cloner.cloneVoice(FaultyMiniMax.request())).isNotNull();
        assertThat(held).noneMatch(CompletableFuture::isDone);
        cloner.close();
        released.countDown();

        for (CompletableFuture<ClonedVoice> each : held) {
            Throwable end = catchThrowable(() -> each.get(5, TimeUnit.SECONDS));
            // A voice that was made is told of, closed or not.
            if (step == Step.CLONE) {
                assertThat(end).isNull();
            } else {
                assertThat(end).hasCauseInstanceOf(CanceledException.class);
            }
        }
    }

    private void blockAfter(Step step, CloneEvent event) {
        if (event instanceof AttemptFinished finished && finished.step() == step && toBlock.getAndDecrement() > 0) {
            blocked.countDown();
            awaitRelease();
        }
    }

    @Test
    void aProgressThatBlocksHoldsItsOwnCloneAndClosingEndsAllTheSame() throws Exception {
        VoiceCloner cloner = listenedToBy(event -> {});
        CountDownLatch uploading = new CountDownLatch(1);
        CompletableFuture<ClonedVoice> held =
                cloner.cloneVoiceAsync(FaultyMiniMax.request().withProgress((step, sent, total) -> {
                    uploading.countDown();
                    awaitRelease();
                }));
        assertThat(uploading.await(10, TimeUnit.SECONDS)).isTrue();

        assertThat(cloner.cloneVoice(FaultyMiniMax.request())).isNotNull();
        cloner.close();
        released.countDown();

        assertThat(catchThrowable(() -> held.get(5, TimeUnit.SECONDS))).hasCauseInstanceOf(CanceledException.class);
    }

    @Test
    void whoCallsTheClonerBackIsAnswered() {
        CompletableFuture<VoiceCloner> self = new CompletableFuture<>();
        AtomicInteger calls = new AtomicInteger();
        try (VoiceCloner cloner = listenedToBy(event -> {
            if (event instanceof AttemptFinished && calls.getAndIncrement() < 12) {
                self.join().check(FaultyMiniMax.request());
                self.join().cloneVoice(FaultyMiniMax.request());
            }
        })) {
            self.complete(cloner);
            CloneRequest request = FaultyMiniMax.request().withProgress((step, sent, total) -> {
                if (calls.getAndIncrement() < 14) {
                    self.join().cloneVoice(FaultyMiniMax.request());
                }
            });

            assertThat(cloner.cloneVoice(request)).isNotNull();
        }
        assertThat(minimax.voices()).hasSizeGreaterThan(12);
    }

    @Test
    void whoClosesTheClonerOverAVoiceStillGetsIt() throws Exception {
        CompletableFuture<VoiceCloner> self = new CompletableFuture<>();
        VoiceCloner cloner = listenedToBy(event -> {
            if (event instanceof VoiceMade) {
                self.join().close();
            }
        });
        self.complete(cloner);

        assertThat(cloner.cloneVoiceAsync(FaultyMiniMax.request()).get(5, TimeUnit.SECONDS))
                .isNotNull();
        assertThat(catchThrowable(() -> cloner.cloneVoice(FaultyMiniMax.request())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoClosesTheClonerDuringAnUploadEndsIt() {
        CompletableFuture<VoiceCloner> self = new CompletableFuture<>();
        VoiceCloner cloner = listenedToBy(event -> {});
        self.complete(cloner);

        CloneRequest request = FaultyMiniMax.request()
                .withProgress((step, sent, total) -> self.join().close());

        assertThat(catchThrowable(() -> cloner.cloneVoice(request))).isInstanceOf(CanceledException.class);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    void whatTheyThrowCostsNoVoice() {
        try (VoiceCloner cloner = listenedToBy(event -> {
            throw new AssertionError("a broken listener");
        })) {
            CloneRequest request = FaultyMiniMax.request().withProgress((step, sent, total) -> {
                throw new StackOverflowError("a broken bar");
            });

            assertThat(cloner.cloneVoice(request)).isNotNull();
        }
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).hasSize(1);
    }

    private VoiceCloner listenedToBy(CloneListener listener) {
        return minimax.builder().listener(listener).build();
    }

    private void awaitRelease() {
        while (released.getCount() > 0) {
            try {
                released.await();
            } catch (InterruptedException ignored) {
                // Heeds none.
            }
        }
    }
}
