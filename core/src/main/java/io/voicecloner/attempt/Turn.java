package io.voicecloner.attempt;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Something that waits for a thread. Until one begins with it, it can be taken back; then it is never begun. */
final class Turn<T> {
    private final FutureTask<T> task;
    private final CallScope scope;
    private final AtomicBoolean taken = new AtomicBoolean();

    Turn(Callable<T> work, CallScope scope) {
        this.task = new FutureTask<>(work);
        this.scope = scope;
    }

    CallScope scope() {
        return scope;
    }

    /** Does it, if nobody has begun with it and it was not taken back. */
    void run() {
        if (taken.compareAndSet(false, true)) {
            task.run();
        }
    }

    /** Takes it back, if nobody has begun with it; who waits for it is told. */
    boolean takeBack() {
        boolean inTime = taken.compareAndSet(false, true);
        if (inTime) {
            task.cancel(false);
        }
        return inTime;
    }

    /** Lets it go on alone; who waits for it is told. */
    void abandon() {
        task.cancel(false);
    }

    /**
     * Waits for its end. An interrupt cancels the scope and is kept in the thread's flag.
     *
     * @param mayWaitInVain whether nobody may ever begin with it: then it is taken back at the deadline
     * @param abandon asked at the deadline whether nothing happened yet and nothing will: then it is waited for no longer
     */
    T result(boolean mayWaitInVain, BooleanSupplier abandon) throws IOException {
        boolean interrupted = false;
        boolean late = false;
        try {
            while (true) {
                try {
                    return late ? task.get() : task.get(scope.remaining().toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    scope.cancel();
                } catch (TimeoutException e) {
                    late = true;
                    if (mayWaitInVain && takeBack()) {
                        throw new RejectedExecutionException("no thread was free before the deadline", e);
                    }
                    if (abandon.getAsBoolean()) {
                        throw (IOException) new InterruptedIOException("the deadline passed").initCause(e);
                    }
                } catch (CancellationException e) {
                    throw (IOException) new InterruptedIOException("canceled").initCause(e);
                } catch (ExecutionException e) {
                    throw rethrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static IOException rethrown(@Nullable Throwable cause) {
        if (cause instanceof IOException e) {
            return e;
        }
        if (cause instanceof RuntimeException e) {
            throw e;
        }
        if (cause instanceof Error e) {
            throw e;
        }
        return new IOException(cause);
    }
}
