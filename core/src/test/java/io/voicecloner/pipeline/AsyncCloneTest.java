package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.CanceledException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.http.ScriptedServer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clones in the background, and giving them up. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class AsyncCloneTest {
    private final Deque<Runnable> queued = new ArrayDeque<>();
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void itRunsOnADaemonOfOursUnlessAnExecutorIsGiven() throws Exception {
        FakeSession naming = new FakeSession((request, scope) ->
                ClonedVoice.of(VoiceRef.of("fake-file", Thread.currentThread().getName())));
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(naming));
                VoiceCloner other = Cloners.of(new FakeFileProvider(naming), Cloners.SETTINGS, null, Runnable::run)) {
            assertThat(cloner.cloneVoiceAsync(Cloners.GOOD).get().ref().id()).startsWith("voicecloner-async-");
            assertThat(other.cloneVoiceAsync(Cloners.GOOD).get().ref().id())
                    .isEqualTo(Thread.currentThread().getName());
        }
    }

    @Test
    void aFailureIsTheFuturesFailure() {
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider())) {
            assertThatThrownBy(() -> cloner.cloneVoiceAsync(Cloners.GOOD.withVoiceId("short"))
                            .join())
                    .hasCauseInstanceOf(InvalidRequestException.class);
        }
    }

    @Test
    void cancelledBeforeItsTurnNothingIsSentOrPublished() {
        FakeAudioHost host = new FakeAudioHost();
        FakeSession session = new FakeSession("fake-url");
        try (VoiceCloner cloner = Cloners.of(new FakeUrlProvider(session), Cloners.SETTINGS, host, queued::add)) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(Cloners.GOOD);
            assertThat(future.cancel(true)).isTrue();
            queued.remove().run();
            assertThat(future).isCancelled();
        }
        assertThat(session.asked()).isEmpty();
        assertThat(host.ever()).isEmpty();
    }

    @Test
    void cancelledDuringTheUploadTheCloneIsNeverSent() throws Exception {
        CountDownLatch uploading = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        server.then(conversation -> {
            conversation.readHead();
            uploading.countDown();
            conversation.waitForClientToGo();
            gone.countDown();
        });
        try (VoiceCloner cloner = Cloners.onWire(server, null)) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(Cloners.GOOD);
            uploading.await();
            future.cancel(true);
            gone.await();
            assertThat(server.connections()).isEqualTo(1);
            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        }
    }

    @Test
    void cancelledWhileTheServerMakesTheVoiceTheConnectionEndsAndNothingIsSentAfterwards() throws Exception {
        CountDownLatch cloning = new CountDownLatch(1);
        CountDownLatch gone = new CountDownLatch(1);
        server.then(ScriptedServer.json("{\"ok\":1}")).then(conversation -> {
            conversation.readRequest();
            cloning.countDown();
            conversation.waitForClientToGo();
            gone.countDown();
        });
        try (VoiceCloner cloner = Cloners.onWire(server, null)) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(Cloners.GOOD);
            cloning.await();
            future.cancel(false);
            gone.await();
            assertThat(future).isCancelled();
        }
        assertThat(server.received()).isEqualTo(2);
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void cancelledWhenItIsDoneItStaysDone() {
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider())) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(Cloners.GOOD);
            ClonedVoice voice = future.join();
            assertThat(future.cancel(true)).isFalse();
            assertThat(future.join()).isSameAs(voice);
        }
    }

    @Test
    void cancellingADerivedFutureDoesNotEndTheClone() throws Exception {
        CountDownLatch derivedCanceled = new CountDownLatch(1);
        FakeSession waiting = new FakeSession((request, scope) -> {
            await(derivedCanceled);
            return ClonedVoice.of(VoiceRef.of("fake-file", Boolean.toString(scope.isCanceled())));
        });
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(waiting))) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(Cloners.GOOD);
            assertThat(future.thenApply(ClonedVoice::ref).cancel(true)).isTrue();
            derivedCanceled.countDown();
            assertThat(future.get().ref().id()).isEqualTo("false");
        }
    }

    @Test
    void aCloneThatWaitsForItsTurnWhenTheClonerClosesIsCanceledNotAMisuse() {
        FakeSession session = new FakeSession("fake-file");
        VoiceCloner cloner = Cloners.of(new FakeFileProvider(session), Cloners.SETTINGS, null, queued::add);
        CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(Cloners.GOOD);
        cloner.close();
        queued.remove().run();
        assertThatThrownBy(future::join).hasCauseInstanceOf(CanceledException.class);
        assertThat(session.asked()).isEmpty();
    }

    @Test
    void anExecutorThatRefusesIsTheCallersToSee() {
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(), Cloners.SETTINGS, null, task -> {
            throw new RejectedExecutionException("full");
        })) {
            assertThatThrownBy(() -> cloner.cloneVoiceAsync(Cloners.GOOD))
                    .isInstanceOf(RejectedExecutionException.class)
                    .hasMessage("full");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
