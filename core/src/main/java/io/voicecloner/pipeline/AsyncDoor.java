package io.voicecloner.pipeline;

import io.voicecloner.spi.CallScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs blocking clones elsewhere, and hands a cancelled future's wish on to the call on the wire. */
final class AsyncDoor implements AutoCloseable {
    private final Executor executor;
    private final @Nullable ExecutorService own;

    AsyncDoor(@Nullable Executor given) {
        this.own = given == null ? daemons() : null;
        this.executor = given == null ? java.util.Objects.requireNonNull(own) : given;
    }

    <T> CompletableFuture<T> run(Supplier<T> work, CallScope scope) {
        CancelingFuture<T> future = new CancelingFuture<>(scope);
        executor.execute(() -> {
            try {
                future.complete(work.get());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        return future;
    }

    private static ExecutorService daemons() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "voicecloner-async-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public void close() {
        if (own != null) {
            own.shutdown();
        }
    }

    private static final class CancelingFuture<T> extends CompletableFuture<T> {
        private final CallScope scope;

        CancelingFuture(CallScope scope) {
            this.scope = scope;
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            boolean canceled = super.cancel(mayInterruptIfRunning);
            if (canceled) {
                scope.cancel();
            }
            return canceled;
        }
    }
}
