package io.voicecloner.pipeline;

import io.voicecloner.AudioSource;
import io.voicecloner.Category;
import io.voicecloner.CloneRequest;
import io.voicecloner.Prompt;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.attempt.Daemons;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Reads the streams of a request beside the caller, who waits no longer than the deadline and until somebody gives up: a stream that
 * stalls holds only a daemon thread of ours. What a stream throws, the checks find again and report.
 */
final class StreamSpooler implements AutoCloseable {
    private final long maxBytes;
    private final ExecutorService readers = Daemons.pool("voicecloner-stream");

    StreamSpooler(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    void spool(CloneRequest request, CallScope scope) {
        Stream.of(Optional.of(request.audio()), request.prompt().map(Prompt::audio))
                .flatMap(Optional::stream)
                .filter(AudioSource.Stream.class::isInstance)
                .map(AudioSource.Stream.class::cast)
                .forEach(stream -> read(stream, scope));
    }

    private void read(AudioSource.Stream stream, CallScope scope) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        try {
            readers.execute(() -> done.complete(succeeds(stream)));
        } catch (RejectedExecutionException e) {
            // Whoever closed this gave the call up before.
            FailurePolicy.requireTime(Step.CHECK, scope);
            throw e;
        }
        CallScope.Registration registration = scope.onCancel(() -> done.complete(false));
        try {
            done.get(scope.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw Failures.exception(scope.failure(
                            Category.PROVIDER_UNAVAILABLE,
                            Reason.DEADLINE,
                            Step.CHECK,
                            "the deadline passed while the stream of the recording was read")
                    .hint("The stream gives nothing: nobody was asked yet."));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("reading a stream never completes so", e);
        } finally {
            registration.close();
        }
        FailurePolicy.requireTime(Step.CHECK, scope);
    }

    private boolean succeeds(AudioSource.Stream stream) {
        try {
            stream.spooled(maxBytes);
            return true;
        } catch (Throwable e) {
            // Kept by the source, which throws it again when the checks ask. Somebody waits here, whatever it is.
            return false;
        }
    }

    @Override
    public void close() {
        readers.shutdownNow();
    }
}
