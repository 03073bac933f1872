package io.voicecloner.attempt;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts the attempts of one call and says when to make the next. The state is Resilience4j's, of whose retries only the asynchronous
 * kind does not sleep on its own: a sleep of its own would end neither by a cancel nor by the deadline.
 */
final class RetryState {
    private final Retry.AsyncContext<Void> context;
    private Decision decision = Decision.STOP;

    RetryState(Operation operation, int mostAttempts, Pauses pauses) {
        RetryConfig config = RetryConfig.<Void>custom()
                .maxAttempts(mostAttempts)
                .retryOnException(failure -> failure instanceof VoiceClonerException)
                .intervalBiFunction((attempts, either) -> either.getLeft() instanceof VoiceClonerException failure
                                && attempts < mostAttemptsFor(failure.reason())
                        ? pauses.after(operation, decision, attempts, failure)
                                .map(Duration::toMillis)
                                .orElse(-1L)
                        : -1L)
                .build();
        this.context = Retry.of(operation.name(), config).asyncContext();
    }

    /** How long to wait for the next attempt; empty if there must be none. */
    Optional<Duration> after(VoiceClonerException failure, Decision wanted) {
        if (wanted == Decision.STOP) {
            return Optional.empty();
        }
        decision = wanted;
        long millis = context.onError(failure);
        return millis < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }

    /** Of what seldom passes by itself, one repeat is enough. */
    private static int mostAttemptsFor(Reason reason) {
        return switch (reason) {
            case DNS, CONNECT_TIMEOUT, TLS, UNEXPLAINED, UNLISTED_CODE -> 2;
            default -> Integer.MAX_VALUE;
        };
    }
}
