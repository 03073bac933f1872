package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The future that is returned ends the clone on the connection; what is derived from it does not. */
@Tag("faults")
@Tag("F55")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class DerivedFutureTest {
    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @AutoClose
    private final FaultyMiniMax other = new FaultyMiniMax();

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch next = new CountDownLatch(1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsDerivedEndsByItselfOnly(boolean failover) throws Exception {
        minimax.onClone(request -> {
            reached.countDown();
            next.await();
            return minimax.make(request);
        });
        try (VoiceCloner cloner = open(failover)) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(FaultyMiniMax.request());
            CompletableFuture<?> applied = future.thenApply(ClonedVoice::ref);
            CompletableFuture<ClonedVoice> copied = future.copy();
            reached.await();

            assertThat(applied.cancel(true)).isTrue();
            assertThat(copied.cancel(true)).isTrue();
            next.countDown();

            assertThat(minimax.voices()).containsExactly(future.get().ref().id());
        }
        assertThat(other.server().received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsReturnedEndsTheConnectionAndAllThatIsDerived(boolean failover) throws Exception {
        minimax.onClone(request -> connection -> {
            reached.countDown();
            Reply.silence().on(connection);
            next.countDown();
        });
        try (VoiceCloner cloner = open(failover)) {
            CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(FaultyMiniMax.request());
            CompletableFuture<?> applied = future.thenApply(ClonedVoice::ref);
            reached.await();

            assertThat(future.cancel(true)).isTrue();

            next.await();
            assertThat(applied).isCompletedExceptionally();
        }
        assertThat(minimax.clones()).hasSize(1);
        assertThat(other.server().received()).isEmpty();
    }

    private VoiceCloner open(boolean failover) {
        return failover ? VoiceCloners.failover(minimax.open(), other.open()) : minimax.open();
    }
}
