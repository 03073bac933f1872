package io.voicecloner.attempt;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Two parts of one clone at the same time. */
public final class Parallel {
    private Parallel() {}

    /** What both parts gave. */
    public record Both<A, B>(A first, B second) {}

    /**
     * Runs the first part on this thread and the second beside it, or after it where no thread is free. The first failure cancels the
     * other part, which is waited for, and is thrown.
     */
    public static <A, B> Both<A, B> run(
            CallRunner runner, CallScope scope, Function<CallScope, A> first, Function<CallScope, B> second) {
        CallScope shared = scope.child();
        AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
        Turn<@Nullable B> beside = runner.start(() -> guarded(second, shared, failure), shared);
        A here = guarded(first, shared, failure);
        B there = joined(runner, beside);
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

    private static <T> @Nullable T joined(CallRunner runner, Turn<@Nullable T> beside) {
        try {
            return runner.join(beside);
        } catch (IOException e) {
            throw new IllegalStateException("a part of a clone ended with an error", e);
        }
    }
}
