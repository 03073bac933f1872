package io.voicecloner.attempt;

import io.voicecloner.spi.CallScope;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two parts of one clone at the same time. */
public final class Parallel {
    private Parallel() {}

    /** What both parts gave. */
    public record Both<A, B>(A first, B second) {}

    /**
     * Runs the first part on this thread and the second beside it. The first failure cancels the other part, which is waited
     * for, and is thrown.
     */
    public static <A, B> Both<A, B> run(
            CallRunner runner, CallScope scope, Function<CallScope, A> first, Function<CallScope, B> second) {
        CallScope shared = scope.child();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Future<@Nullable B> beside = runner.start(() -> guarded(second, shared, failure));
        A here = guarded(first, shared, failure);
        B there = await(beside, shared);
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
        if (here == null || there == null) {
            throw new IllegalStateException("a part of a clone gave nothing");
        }
        return new Both<>(here, there);
    }

    private static <T> @Nullable T guarded(
            Function<CallScope, T> part, CallScope scope, AtomicReference<@Nullable RuntimeException> failure) {
        try {
            return part.apply(scope);
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
            scope.cancel();
            return null;
        }
    }

    private static <T> @Nullable T await(Future<@Nullable T> running, CallScope scope) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    scope.cancel();
                } catch (ExecutionException e) {
                    throw new IllegalStateException("a part of a clone ended with an error", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
