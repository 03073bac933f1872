package io.voicecloner.attempt;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking calls on threads of its own while the caller waits. A thread that is blocked in a socket does not feel an
 * interrupt; a thread that waits for another one does, and can then close that one's connection.
 */
public final class CallRunner implements AutoCloseable {
    private final ExecutorService workers;

    /** @param name how the threads are called */
    public CallRunner(String name) {
        AtomicInteger number = new AtomicInteger();
        ThreadFactory daemons = task -> {
            Thread thread = new Thread(task, name + '-' + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
        this.workers = Executors.newCachedThreadPool(daemons);
    }

    /**
     * Runs a call and waits for its end. An interrupt cancels the whole scope and is kept in the thread's flag; if the answer
     * came all the same, it counts.
     */
    public <T> T run(CancelableCall<T> call, CallScope scope) throws IOException {
        Future<T> running = workers.submit(call::execute);
        CallScope.Registration registration = scope.onCancel(call::cancel);
        try {
            return result(running, scope);
        } finally {
            registration.close();
        }
    }

    /** Starts something that is not a call itself, but makes calls. */
    <T> Future<T> start(Callable<T> work) {
        return workers.submit(work);
    }

    private static <T> T result(Future<T> running, CallScope scope) throws IOException {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    scope.cancel();
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

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
