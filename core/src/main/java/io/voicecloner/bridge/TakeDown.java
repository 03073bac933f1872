package io.voicecloner.bridge;

import io.voicecloner.bridge.Leftovers.Leftover;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Takes a published recording down on a thread of its own, for which the caller waits a little, deadline or not. */
final class TakeDown {
    private final CompletableFuture<Optional<Leftover>> end;
    private final Leftover otherwise;
    private final long limitNanos;

    private TakeDown(CompletableFuture<Optional<Leftover>> end, Leftover otherwise, Duration allowance) {
        this.end = end;
        this.otherwise = otherwise;
        this.limitNanos = System.nanoTime() + allowance.toNanos();
    }

    /** Begins it now. */
    static TakeDown of(AudioHost.Published published, Duration allowance) {
        CompletableFuture<Optional<Leftover>> end = new CompletableFuture<>();
        Publication.THREADS.newThread(() -> end.complete(run(published))).start();
        Leftover otherwise = new Leftover(
                List.of(published.name()),
                "A recording may not be taken down from where it was published: that took longer than "
                        + allowance.toSeconds() + " s.");
        return new TakeDown(end, otherwise, allowance);
    }

    /**
     * One that begins by itself.
     *
     * @param otherwise what is left as far as is known, if it does not end in time
     */
    static TakeDown of(CompletableFuture<Optional<Leftover>> end, Leftover otherwise, Duration allowance) {
        return new TakeDown(end, otherwise, allowance);
    }

    /** Takes a recording down on this thread, and gives what is left of it. */
    static Optional<Leftover> run(AudioHost.Published published) {
        try {
            published.close();
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            return Optional.of(new Leftover(
                    List.of(published.name()),
                    "A recording could not be taken down from where it was published: " + e.getMessage() + '.'));
        }
    }

    /** Waits for the end, whether interrupted or not, and tells what is left. */
    void await(CallScope scope, Leftovers leftovers) {
        result().ifPresent(leftover -> {
            scope.warn(leftover.sentence());
            leftovers.add(leftover);
        });
    }

    private Optional<Leftover> result() {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return end.get(Math.max(0, limitNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (TimeoutException | ExecutionException e) {
                    return Optional.of(otherwise);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
