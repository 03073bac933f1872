package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads of somebody else's: few, none, or the caller's own. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class GivenExecutorTest {
    private final ExecutorService one = Executors.newSingleThreadExecutor();
    private final CallScope scope = CallScope.of("fake", Duration.ofSeconds(30));

    @AfterEach
    void stop() {
        one.shutdownNow();
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aCallRunsThereAndTheExecutorStaysOpen() throws Exception {
        Thread theirs = one.submit(Thread::currentThread).get();
        try (CallRunner runner = new CallRunner("any", Optional.of(one))) {
            assertThat(runner.run(new Call<>(Thread::currentThread), scope)).isSameAs(theirs);
        }
        assertThat(one.isShutdown()).isFalse();
    }

    @Test
    void partsBesideEachOtherNeedNoMoreThanOneThread() {
        CallRunner runner = new CallRunner("any", Optional.of(one));
        Parallel.Both<String, String> both =
                Parallel.run(runner, scope, part -> called(runner, part, "a"), part -> called(runner, part, "b"));
        assertThat(both).isEqualTo(new Parallel.Both<>("a", "b"));
    }

    @Test
    void partsBesideEachOtherNeedNoThreadOfAnotherForTheWaiting() {
        try (CallRunner runner = new CallRunner("any", Optional.of(Runnable::run))) {
            Parallel.Both<String, String> both =
                    Parallel.run(runner, scope, part -> called(runner, part, "a"), part -> called(runner, part, "b"));
            assertThat(both).isEqualTo(new Parallel.Both<>("a", "b"));
        }
    }

    @Test
    void aPartForWhichThereIsNoThreadIsDoneAfterTheOther() {
        List<String> order = new ArrayList<>();
        CallRunner runner = new CallRunner("any", Optional.of(task -> {
            throw new RejectedExecutionException("full");
        }));
        Parallel.run(runner, scope, part -> order.add("first"), part -> order.add("second"));
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void aPartThatNobodyBeganWithIsDoneAfterTheOtherAndNotAgainLater() throws Exception {
        Queue<Runnable> queue = new ArrayDeque<>();
        AtomicInteger done = new AtomicInteger();
        CallRunner runner = new CallRunner("any", Optional.of(queue::add));
        Parallel.run(runner, scope, part -> done.incrementAndGet(), part -> done.incrementAndGet());
        queue.forEach(Runnable::run);
        assertThat(done).hasValue(2);
    }

    @Test
    void aCallThatIsRejectedIsNotSent() {
        CallRunner runner = new CallRunner("any", Optional.of(task -> {
            throw new RejectedExecutionException("full");
        }));
        assertThatThrownBy(() -> runner.run(new Call<>(() -> "sent"), scope))
                .isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void aCallThatNobodyBeganWithIsTakenBackAtTheDeadline() {
        Queue<Runnable> queue = new ArrayDeque<>();
        AtomicInteger sent = new AtomicInteger();
        CallRunner runner = new CallRunner("any", Optional.of(queue::add));
        CallScope shortly = CallScope.of("fake", Duration.ofMillis(50));

        assertThatThrownBy(() -> runner.run(new Call<>(sent::incrementAndGet), shortly))
                .isInstanceOf(RejectedExecutionException.class);

        assertThat(queue).hasSize(1).allSatisfy(Runnable::run);
        assertThat(sent).hasValue(0);
    }

    @Test
    void aCallThatBeganInTimeIsWaitedForBeyondTheDeadline() throws Exception {
        CallRunner runner = new CallRunner("any", Optional.of(one));
        CallScope shortly = CallScope.of("fake", Duration.ofMillis(50));
        CountDownLatch late = new CountDownLatch(1);
        String answer = runner.run(
                new Call<>(() -> {
                    late.await(150, TimeUnit.MILLISECONDS);
                    return "answer";
                }),
                shortly);
        assertThat(answer).isEqualTo("answer");
    }

    @Test
    void aCancelEndsTheWaitForAThread() {
        Queue<Runnable> queue = new ArrayDeque<>();
        AtomicInteger sent = new AtomicInteger();
        CallRunner runner = new CallRunner("any", Optional.of(task -> {
            queue.add(task);
            new Thread(scope::cancel).start();
        }));

        assertThatThrownBy(() -> runner.run(new Call<>(sent::incrementAndGet), scope))
                .isInstanceOf(InterruptedIOException.class);

        queue.forEach(Runnable::run);
        assertThat(sent).hasValue(0);
    }

    @Test
    void anInterruptEndsTheWaitForAThreadAndIsKept() {
        CallRunner runner = new CallRunner("any", Optional.of(task -> {}));
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> runner.run(new Call<>(() -> "sent"), scope))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(scope.isCanceled()).isTrue();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closingEndsTheWaitForAThread() {
        List<CallRunner> runners = new CopyOnWriteArrayList<>();
        CallRunner runner = new CallRunner(
                "any", Optional.of(task -> new Thread(() -> runners.forEach(CallRunner::close)).start()));
        runners.add(runner);
        assertThatThrownBy(() -> runner.run(new Call<>(() -> "sent"), scope))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(scope.isCanceled()).isTrue();
    }

    @Test
    void afterClosingNothingIsSent() {
        CallRunner runner = new CallRunner("any", Optional.of(one));
        runner.close();
        assertThatThrownBy(() -> runner.run(new Call<>(() -> "sent"), scope))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(scope.isCanceled()).isTrue();
    }

    @Test
    void closingEndsAPartOnAThreadOfTheirs() {
        CallRunner runner = new CallRunner("any", Optional.of(one));
        CountDownLatch ended = new CountDownLatch(1);
        Parallel.Both<String, String> both = Parallel.run(runner, scope, part -> "a", part -> {
            part.onCancel(ended::countDown);
            runner.close();
            assertThatThrownBy(() -> runner.run(new Call<>(() -> "sent"), part))
                    .isInstanceOf(InterruptedIOException.class);
            return "ended " + ended.getCount();
        });
        assertThat(both.second()).isEqualTo("ended 0");
    }

    @Test
    void aCallOnTheCallersOwnThreadCanBeCancelledToo() throws Exception {
        CallRunner runner = new CallRunner("any", Optional.of(Runnable::run));
        CountDownLatch canceled = new CountDownLatch(1);
        String answer = runner.run(
                new CancelableCall<>() {
                    @Override
                    public String execute() throws IOException {
                        new Thread(scope::cancel).start();
                        try {
                            canceled.await();
                        } catch (InterruptedException e) {
                            throw new IOException(e);
                        }
                        return "ended";
                    }

                    @Override
                    public void cancel() {
                        canceled.countDown();
                    }
                },
                scope);
        assertThat(answer).isEqualTo("ended");
    }

    private static String called(CallRunner runner, CallScope scope, String answer) {
        try {
            return runner.run(new Call<>(() -> answer), scope);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work<T> {
        T run() throws InterruptedException;
    }

    private record Call<T>(Work<T> work) implements CancelableCall<T> {
        @Override
        public T execute() throws IOException {
            try {
                return work.run();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void cancel() {}
    }
}
