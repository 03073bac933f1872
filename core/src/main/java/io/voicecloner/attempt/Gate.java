package io.voicecloner.attempt;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.voicecloner.Category;
import io.voicecloner.Rate;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets the requests of all threads through one to an interval, and holds them all back when the provider asks one of them to slow down. Who cannot be let
 * in before the deadline learns it at once.
 */
final class Gate {
    private static final Duration LONGEST_QUEUE = Duration.ofHours(1);

    private final @Nullable RateLimiter limiter;
    private final Duration interval;
    private final Time time;
    private final ReentrantLock lock = new ReentrantLock();
    private final long start;
    private long heldUntil;

    Gate(String name, Rate rate, Time time) {
        this.time = time;
        this.heldUntil = time.nanos();
        this.start = heldUntil;
        this.interval = rate.interval();
        // One permit to an interval: larger periods would let a whole period's requests go within a moment.
        this.limiter = rate.isLimited()
                ? RateLimiter.of(
                        name,
                        RateLimiterConfig.custom()
                                .limitForPeriod(1)
                                .limitRefreshPeriod(rate.interval())
                                .timeoutDuration(LONGEST_QUEUE)
                                .build(),
                        time::nanos)
                : null;
    }

    /** Waits for this request's turn. Nobody takes one while all are held back: those who were would come out all at once. */
    void pass(Step step, CallScope scope) {
        do {
            pause(held(step, scope), step, scope);
            pause(turn(step, scope), step, scope);
        } while (isHeld());
    }

    private static void pause(long nanos, Step step, CallScope scope) {
        if (nanos > 0) {
            scope.pause(Duration.ofNanos(nanos));
            FailurePolicy.requireTime(step, scope);
        }
    }

    /** Lets nobody through for this long. */
    void hold(Duration pause) {
        lock.lock();
        try {
            heldUntil = Math.max(heldUntil, time.nanos() + pause.toNanos());
        } finally {
            lock.unlock();
        }
    }

    private boolean isHeld() {
        lock.lock();
        try {
            return heldUntil > time.nanos();
        } finally {
            lock.unlock();
        }
    }

    private long held(Step step, CallScope scope) {
        lock.lock();
        try {
            long held = Math.max(0, heldUntil - time.nanos());
            if (held >= scope.remaining().toNanos()) {
                throw full(step, scope, Duration.ofNanos(held));
            }
            return held;
        } finally {
            lock.unlock();
        }
    }

    private long turn(Step step, CallScope scope) {
        lock.lock();
        try {
            if (heldUntil > time.nanos()) {
                return 0;
            }
            long soonest = soonest();
            if (soonest >= scope.remaining().toNanos()) {
                throw full(step, scope, Duration.ofNanos(soonest));
            }
            long reserved = limiter == null ? 0 : limiter.reservePermission();
            if (reserved < 0) {
                throw full(step, scope, LONGEST_QUEUE);
            }
            return reserved;
        } finally {
            lock.unlock();
        }
    }

    /** A place that was taken cannot be given back, so it is looked first whether it would come in time. */
    private long soonest() {
        int free = limiter == null ? 1 : limiter.getMetrics().getAvailablePermissions();
        if (free > 0) {
            return 0;
        }
        long intoInterval = (time.nanos() - start) % interval.toNanos();
        return interval.toNanos() * (1L - free) - intoInterval;
    }

    private static VoiceClonerException full(Step step, CallScope scope, Duration wait) {
        return Failures.exception(scope.failure(
                        Category.RATE_LIMITED,
                        Reason.RATE,
                        step,
                        "this account's turn to ask would come only after the deadline")
                .retryAfter(wait)
                .hint("Allow more time, ask for less, or set another rate."));
    }
}
