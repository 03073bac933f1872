package io.voicecloner.bridge;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.Daemons;
import io.voicecloner.bridge.Leftovers.Leftover;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedAudio;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Publishes one recording beside the caller, who waits no longer than the deadline and until somebody gives up: a host that stalls
 * holds only a daemon thread of ours.
 */
final class Publication {
    static final Daemons THREADS = new Daemons("voicecloner-publish");

    private final CompletableFuture<AudioHost.Published> up = new CompletableFuture<>();
    private final CompletableFuture<Optional<Leftover>> end = new CompletableFuture<>();
    private final Thread thread;

    Publication(AudioHost host, PreparedAudio.Content audio) {
        this.thread = THREADS.newThread(() -> publish(host, audio));
    }

    /**
     * Publishes it. What came all the same counts, however late.
     *
     * @throws ExecutionException whose cause is what the host threw
     * @throws VoiceClonerException if it was given up
     */
    AudioHost.Published await(CallScope scope) throws ExecutionException {
        CallScope.Registration registration = scope.onCancel(this::giveUp);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return up.get(scope.remaining().toNanos(), TimeUnit.NANOSECONDS);
                } catch (TimeoutException e) {
                    giveUp();
                } catch (InterruptedException e) {
                    interrupted = true;
                    scope.cancel();
                } catch (ExecutionException e) {
                    if (e.getCause() instanceof GivenUp) {
                        throw tooLate(scope);
                    }
                    throw e;
                }
            }
        } finally {
            registration.close();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What is left of it once it was given up; complete when that is known. */
    CompletableFuture<Optional<Leftover>> end() {
        return end;
    }

    private void publish(AudioHost host, PreparedAudio.Content audio) {
        try {
            if (up.isDone()) {
                end.complete(Optional.empty());
                return;
            }
            AudioHost.Published published = host.publish(audio);
            end.complete(isWanted(published) ? Optional.empty() : TakeDown.run(published));
        } catch (Throwable e) {
            up.completeExceptionally(e);
            end.complete(leftBy(e));
        }
    }

    /** The one interrupt there may have been is over: what is taken down must not feel it. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    private synchronized boolean isWanted(AudioHost.Published published) {
        boolean wanted = up.complete(published);
        Thread.interrupted();
        return wanted;
    }

    /** From here on what comes out published is taken down by the thread that published it. */
    private synchronized void giveUp() {
        if (up.completeExceptionally(new GivenUp())) {
            thread.interrupt();
        }
    }

    /** A host that could not tidy up says so by the orphans of its failure. */
    private static Optional<Leftover> leftBy(Throwable failure) {
        return failure instanceof VoiceClonerException e && !e.orphans().isEmpty()
                ? Optional.of(new Leftover(
                        e.orphans(),
                        "A recording whose publishing was given up may be left where it was to be published."))
                : Optional.empty();
    }

    private static RuntimeException tooLate(CallScope scope) {
        boolean canceled = scope.isCanceled();
        return Failures.exception(scope.failure(
                        canceled ? Category.CANCELED : Category.PROVIDER_UNAVAILABLE,
                        canceled ? Reason.CANCELED : Reason.DEADLINE,
                        Step.PUBLISH,
                        (canceled ? "cancelled" : "the deadline passed") + " while the recording was published")
                .delivery(Delivery.UNKNOWN));
    }

    /** Nobody waits any more. */
    private static final class GivenUp extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
