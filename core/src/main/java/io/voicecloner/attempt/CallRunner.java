package io.voicecloner.attempt;

import io.voicecloner.spi.CallScope;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs blocking calls on other threads while the caller waits. A thread that is blocked in a socket does not feel an interrupt; a
 * thread that waits for another one does, and can then close that one's connection.
 */
public final class CallRunner implements AutoCloseable {
    private final Executor workers;
    private final @Nullable ExecutorService own;
    private final Set<Thread> atWork = ConcurrentHashMap.newKeySet();
    private final Set<Turn<?>> waitedFor = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * @param name how threads of its own are called
     * @param given whose threads are taken instead; the caller's to shut down
     */
    public CallRunner(String name, Optional<Executor> given) {
        ExecutorService daemons = given.isPresent() ? null : Daemons.pool(name);
        this.own = daemons;
        this.workers = daemons == null ? given.orElseThrow() : daemons;
    }

    /**
     * Runs a call and waits for its end. An interrupt cancels the whole scope and is kept in the thread's flag; if the answer
     * came all the same, it counts.
     *
     * @throws RejectedExecutionException if no thread began with it before the deadline: then none will
     */
    public <T> T run(CancelableCall<T> call, CallScope scope) throws IOException {
        if (own == null && atWork.contains(Thread.currentThread())) {
            requireOpen(scope);
            // Another thread waits for all that is done here, and can end it: a second one of somebody else's is not
            // needed.
            return onThisThread(call, scope);
        }
        Turn<T> turn = new Turn<>(call::execute, scope);
        CallScope.Registration registration = scope.onCancel(() -> {
            call.cancel();
            if (!turn.takeBack() && call.abandon()) {
                turn.abandon();
            }
        });
        try {
            // Known to close from here on, before it is looked whether that was called: it misses none.
            waitedFor.add(turn);
            requireOpen(scope);
            workers.execute(() -> atWork(turn));
            return turn.result(own == null, call::abandon);
        } finally {
            registration.close();
            waitedFor.remove(turn);
        }
    }

    private static <T> T onThisThread(CancelableCall<T> call, CallScope scope) throws IOException {
        CallScope.Registration registration = scope.onCancel(call::cancel);
        try {
            return call.execute();
        } finally {
            registration.close();
        }
    }

    /** Starts something that is not a call itself, but makes calls. Where no thread can be had, whoever {@link #join}s does it. */
    <T> Turn<T> start(Callable<T> work, CallScope scope) {
        Turn<T> turn = new Turn<>(work, scope);
        waitedFor.add(turn);
        try {
            workers.execute(() -> atWork(turn));
        } catch (RejectedExecutionException e) {
            // Left to be done later.
            return turn;
        }
        return turn;
    }

    /** Waits for what was started, and does it on this thread if no other has begun with it. An interrupt cancels its scope. */
    <T> T join(Turn<T> turn) throws IOException {
        try {
            turn.run();
            return turn.result(false, () -> false);
        } finally {
            waitedFor.remove(turn);
        }
    }

    private void atWork(Turn<?> turn) {
        Thread thread = Thread.currentThread();
        boolean outermost = atWork.add(thread);
        try {
            turn.run();
        } finally {
            if (outermost) {
                atWork.remove(thread);
            }
        }
    }

    private void requireOpen(CallScope scope) throws InterruptedIOException {
        if (closed) {
            scope.cancel();
            throw new InterruptedIOException("closed");
        }
    }

    /** Cancels every call that is waited for. Threads of its own end; those of somebody else go on. */
    @Override
    public void close() {
        closed = true;
        waitedFor.forEach(turn -> turn.scope().cancel());
        if (own != null) {
            own.shutdownNow();
        }
    }
}
