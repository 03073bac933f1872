package io.voicecloner.attempt;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A circuit breaker over one operation of one provider. Callers' mistakes, an empty account and cancellations are no fault of the
 * provider's and are not counted.
 */
final class Breaker {
    private static final Duration FIRST_OPEN = Duration.ofSeconds(30);
    private static final Duration LONGEST_OPEN = Duration.ofMinutes(5);

    private final CircuitBreaker state;
    private final Time time;

    /** @param slow requests that take longer count as slow: where most are, the provider is left alone too */
    Breaker(String name, Duration slow, Time time) {
        this.time = time;
        this.state = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(60, 5, SlidingWindowType.TIME_BASED)
                        .failureRateThreshold(50)
                        // One trial decides, and always ends: its request has limits, and its permit is given back.
                        // An end of the half-open state itself would leave a healthy provider alone again
                        // whenever little is asked of it.
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .maxWaitDurationInHalfOpenState(Duration.ZERO)
                        .slowCallDurationThreshold(slow)
                        .slowCallRateThreshold(80)
                        .waitIntervalFunctionInOpenState(
                                IntervalFunction.ofExponentialBackoff(FIRST_OPEN, 2, LONGEST_OPEN))
                        .clock(new ForwardClock(time))
                        .build());
    }

    /** Lets everything through from now on. */
    void disable() {
        state.transitionToDisabledState();
    }

    /** Leaves at once while it is open, before a place at the rate gate is spent. */
    void peek(Step step, CallScope scope) {
        if (!state.tryAcquirePermission()) {
            throw open(step, scope);
        }
        state.releasePermission();
    }

    <R> R around(Step step, CallScope scope, Supplier<R> call) {
        if (!state.tryAcquirePermission()) {
            throw open(step, scope);
        }
        long start = time.nanos();
        boolean counted = false;
        try {
            R result = call.get();
            counted = true;
            state.onSuccess(time.nanos() - start, TimeUnit.NANOSECONDS);
            return result;
        } catch (VoiceClonerException e) {
            Verdict verdict = Verdict.of(e);
            counted = verdict != Verdict.NOT_COUNTED;
            if (verdict == Verdict.FAULT) {
                state.onError(time.nanos() - start, TimeUnit.NANOSECONDS, e);
            } else if (verdict == Verdict.ANSWERED) {
                state.onSuccess(time.nanos() - start, TimeUnit.NANOSECONDS);
            }
            throw e;
        } finally {
            if (!counted) {
                state.releasePermission();
            }
        }
    }

    private static VoiceClonerException open(Step step, CallScope scope) {
        return Failures.exception(scope.failure(
                        Category.PROVIDER_UNAVAILABLE,
                        Reason.BREAKER_OPEN,
                        step,
                        "the provider failed too often of late and is left alone for a while")
                .hint("Ask again in half a minute, or in up to 5 minutes if it keeps failing."));
    }

    /** What a failure says of the provider's health. */
    enum Verdict {
        FAULT,
        ANSWERED,
        NOT_COUNTED;

        static Verdict of(VoiceClonerException failure) {
            boolean sent = failure.delivery() != Delivery.NOT_SENT;
            return switch (failure.reason()) {
                // A bad recording is often all there is behind a clone that failed without a word.
                case UNEXPLAINED -> failure.step().createsVoice() ? NOT_COUNTED : FAULT;
                // Before anything is sent, and while a recording is read, these are faults of this side.
                case UNREADABLE -> sent ? FAULT : NOT_COUNTED;
                case AUDIO -> failure.delivery() == Delivery.REJECTED ? ANSWERED : NOT_COUNTED;
                case DNS,
                        CONNECT,
                        CONNECT_TIMEOUT,
                        TLS,
                        CERTIFICATE,
                        TIMEOUT,
                        CONNECTION_LOST,
                        PROVIDER_FAULT,
                        NOT_JSON,
                        INCOMPLETE_REPLY,
                        TOO_LARGE,
                        REDIRECT,
                        MISCONFIGURED_ENDPOINT -> FAULT;
                case PARAMETER,
                        REQUEST,
                        UNKNOWN_FILE,
                        INPUT_CONTENT,
                        OUTPUT_CONTENT,
                        DUPLICATE,
                        FOREIGN_VOICE,
                        MISSING_VOICE -> ANSWERED;
                default -> NOT_COUNTED;
            };
        }
    }
}
