package io.voicecloner.failover;

import io.voicecloner.attempt.Daemons;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking clones elsewhere. A cancel interrupts the thread that does the work, which ends whatever call it is in just then; nothing of that
 * interrupt is left to the executor's next task.
 */
final class InterruptingDoor implements AutoCloseable {
    private final Executor executor;
    private final @Nullable ExecutorService own;

    /** @param given stays the caller's to shut down; null for daemon threads of ours */
    InterruptingDoor(@Nullable Executor given) {
        if (given == null) {
            ExecutorService daemons = Daemons.pool("voicecloner-failover");
            this.own = daemons;
            this.executor = daemons;
        } else {
            this.own = null;
            this.executor = given;
        }
    }

    /** @param work is given a way to see that it was cancelled: somebody on its way may have caught the interrupt */
    <T> CompletableFuture<T> run(Function<BooleanSupplier, T> work) {
        Running<T> running = new Running<>(work);
        executor.execute(running::run);
        return running;
    }

    @Override
    public void close() {
        if (own != null) {
            own.shutdown();
        }
    }

    private static final class Running<T> extends CompletableFuture<T> {
        private final Function<BooleanSupplier, T> work;
        private @Nullable Thread worker;
        private boolean interrupted;

        Running(Function<BooleanSupplier, T> work) {
            this.work = work;
        }

        void run() {
            if (!begin()) {
                return;
            }
            try {
                complete(work.apply(this::isCancelled));
            } catch (Throwable e) {
                completeExceptionally(e);
            } finally {
                end();
            }
        }

        private synchronized boolean begin() {
            if (isDone()) {
                return false;
            }
            worker = Thread.currentThread();
            return true;
        }

        @SuppressWarnings("ResultOfMethodCallIgnored")
        private synchronized void end() {
            worker = null;
            if (interrupted) {
                Thread.interrupted();
            }
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean canceled = super.cancel(mayInterruptIfRunning);
            if (canceled) {
                interruptWorker();
            }
            return canceled;
        }

        private synchronized void interruptWorker() {
            if (worker != null) {
                interrupted = true;
                worker.interrupt();
            }
        }
    }
}
