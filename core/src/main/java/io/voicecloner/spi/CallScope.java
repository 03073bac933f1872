package io.voicecloner.spi;

import io.voicecloner.UploadProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * One clone from the caller's point of view: how much time it has left, whether it was cancelled, what it has learned. Thread-safe.
 */
public final class CallScope {
    private final long deadlineNanos;
    private final @Nullable UploadProgress progress;
    private final List<Runnable> onCancel = new CopyOnWriteArrayList<>();
    private final Set<String> traceIds = new LinkedHashSet<>();
    private final AtomicInteger createAttempts = new AtomicInteger();
    private volatile boolean canceled;

    private CallScope(Duration limit, @Nullable UploadProgress progress) {
        this.deadlineNanos = System.nanoTime() + limit.toNanos();
        this.progress = progress;
    }

    /** A scope that ends after this time. */
    public static CallScope lasting(Duration limit, @Nullable UploadProgress progress) {
        return new CallScope(limit, progress);
    }

    /** How much time is left; zero once the deadline passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - System.nanoTime()));
    }

    /** Whether the caller gave up. */
    public boolean isCanceled() {
        return canceled;
    }

    /** Gives up: everything that is registered runs now, on this thread. Cancelling again does nothing more. */
    public void cancel() {
        canceled = true;
        onCancel.forEach(Runnable::run);
    }

    /**
     * Registers what ends a call in flight. It runs when the scope is cancelled, at once if it is already, and may run twice.
     *
     * @return closes the registration
     */
    public Registration onCancel(Runnable action) {
        onCancel.add(action);
        if (canceled) {
            action.run();
        }
        return () -> onCancel.remove(action);
    }

    /** Tells the caller's listener, if there is one; what it throws is ignored. */
    public void progress(io.voicecloner.Step step, long sentBytes, long totalBytes) {
        if (progress == null) {
            return;
        }
        try {
            progress.onProgress(step, sentBytes, totalBytes);
        } catch (RuntimeException ignored) {
            // A broken progress bar is no reason to lose a voice.
        }
    }

    /** Remembers a trace id of an answer. */
    public void traced(@Nullable String traceId) {
        if (traceId != null) {
            synchronized (traceIds) {
                traceIds.add(traceId);
            }
        }
    }

    /** The trace ids of this clone's answers so far, in order. */
    public List<String> traceIds() {
        synchronized (traceIds) {
            return new ArrayList<>(traceIds);
        }
    }

    /** Counts one request to make the voice. */
    public void createAttempted() {
        createAttempts.incrementAndGet();
    }

    /** How many requests to make the voice were begun. */
    public int createAttempts() {
        return createAttempts.get();
    }

    /** Something registered; closing ends it. */
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
