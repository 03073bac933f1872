package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Blocking calls that can always be ended from outside. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class CallRunnerTest {
    private final CallRunner runner = new CallRunner("voicecloner-test", Optional.empty());
    private final CallScope scope = CallScope.of("fake", Duration.ofSeconds(30));

    @AfterEach
    void stop() {
        runner.close();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aCallRunsOnADaemonOfOurs() throws Exception {
        String name = runner.run(
                new Call(() -> Thread.currentThread().getName()
                        + Thread.currentThread().isDaemon()),
                scope);
        assertThat(name).isEqualTo("voicecloner-test-1true");
    }

    @Test
    void whatACallThrowsItsCallerGets() {
        assertThatThrownBy(() -> runner.run(
                        new Call(() -> {
                            throw new IOException("wire");
                        }),
                        scope))
                .isInstanceOf(IOException.class)
                .hasMessage("wire");
        assertThatThrownBy(() -> runner.run(
                        new Call(() -> {
                            throw new IllegalStateException("bug");
                        }),
                        scope))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> runner.run(
                        new Call(() -> {
                            throw new AssertionError("worse");
                        }),
                        scope))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void cancellingTheScopeCancelsTheCall() {
        Call call = new Call(null);
        new Thread(scope::cancel).start();
        assertThatThrownBy(() -> runner.run(call, scope)).hasMessage("canceled");
    }

    @Test
    void anInterruptCancelsTheScopeAndKeepsTheFlag() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> runner.run(new Call(null), scope)).hasMessage("canceled");
        assertThat(scope.isCanceled()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anAnswerThatCameAllTheSameCounts() throws Exception {
        Thread caller = Thread.currentThread();
        CountDownLatch gaveUp = new CountDownLatch(1);
        scope.onCancel(gaveUp::countDown);
        String answer = runner.run(
                new Call(() -> {
                    caller.interrupt();
                    await(gaveUp);
                    return "done";
                }),
                scope);
        assertThat(answer).isEqualTo("done");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aFinishedCallIsNotCancelledLater() throws Exception {
        Call call = new Call(() -> "done");
        runner.run(call, scope);
        scope.cancel();
        assertThat(call.canceled.getCount()).isEqualTo(1);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private interface Work {
        String run() throws IOException;
    }

    /** Does its work, or else waits until it is cancelled. */
    private static final class Call implements CancelableCall<String> {
        private final @Nullable Work work;
        private final CountDownLatch canceled = new CountDownLatch(1);

        Call(@Nullable Work work) {
            this.work = work;
        }

        @Override
        public String execute() throws IOException {
            if (work != null) {
                return work.run();
            }
            await(canceled);
            throw new IOException("canceled");
        }

        @Override
        public void cancel() {
            canceled.countDown();
        }
    }
}
