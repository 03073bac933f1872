package io.voicecloner.attempt;

import io.voicecloner.CloneEvent;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One request, and how it ended for whoever listens. That is told once others may have its place: a listener that takes its time keeps
 * nobody else waiting, and its time is not taken for the provider's.
 */
final class Watched {
    private final Step step;
    private final int attempt;
    private final CallScope scope;
    private @Nullable Supplier<CloneEvent> end;

    Watched(Step step, int attempt, CallScope scope) {
        this.step = step;
        this.attempt = attempt;
        this.scope = scope;
    }

    <R> R request(Supplier<R> request) {
        long start = scope.time().nanos();
        try {
            R result = request.get();
            ended(start, null);
            return result;
        } catch (VoiceClonerException e) {
            ended(start, e);
            throw e;
        }
    }

    private void ended(long start, @Nullable VoiceClonerException failure) {
        Duration took = Duration.ofNanos(scope.time().nanos() - start);
        end = () -> new CloneEvent.AttemptFinished(
                scope.provider(),
                scope.call(),
                step,
                attempt,
                failure == null ? Delivery.DONE : failure.delivery(),
                Optional.ofNullable(failure).map(VoiceClonerException::reason),
                failure == null ? scope.lastTraceId() : failure.traceId(),
                took);
    }

    /** Tells of it, if it was made. */
    void tell() {
        if (end != null) {
            scope.tell(end);
        }
    }
}
