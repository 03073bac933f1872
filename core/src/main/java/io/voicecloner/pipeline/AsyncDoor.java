package io.voicecloner.pipeline;

import io.voicecloner.attempt.Daemons;
import io.voicecloner.spi.CallScope;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs blocking clones elsewhere, and hands a cancelled future's wish on to the call on the wire. */
final class AsyncDoor implements AutoCloseable {
    private final Executor executor;
    private final @Nullable ExecutorService own;

    AsyncDoor(@Nullable Executor given) {
        ExecutorService daemons = given == null ? Daemons.pool("voicecloner-async") : null;
        this.own = daemons;
        this.executor = daemons == null ? Objects.requireNonNull(given) : daemons;
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
