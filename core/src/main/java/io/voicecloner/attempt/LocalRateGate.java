package io.voicecloner.attempt;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.voicecloner.Rate;
import io.voicecloner.spi.RateGate;
import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One rate for each account and operation, within this JVM. */
public final class LocalRateGate implements RateGate {
    /** How long anybody waits is for the caller's deadline to say. */
    private static final Duration ANY = Duration.ofDays(365);

    /** Keys that change by the hour make many accounts: those that nobody asks for any more are forgotten. */
    private static final int MANY = 100;

    private final Rate rate;
    private final Time time;
    private final Map<Key, Queue> queues = new ConcurrentHashMap<>();

    public LocalRateGate(Rate rate, Time time) {
        this.rate = rate;
        this.time = time;
    }

    @Override
    public Duration reserve(String account, String operation, Duration maxWait) {
        return queue(account, operation).reserve(maxWait);
    }

    @Override
    public void hold(String account, String operation, Duration pause) {
        queue(account, operation).hold(pause);
    }

    @Override
    public Duration held(String account, String operation) {
        return queue(account, operation).held();
    }

    private Queue queue(String account, String operation) {
        if (queues.size() >= MANY) {
            queues.values().removeIf(Queue::isIdle);
        }
        return queues.computeIfAbsent(new Key(account, operation), any -> new Queue(rate, time));
    }

    private record Key(String account, String operation) {}

    /** Who asks one account for one thing. */
    private static final class Queue {
        private final @Nullable RateLimiter limiter;
        private final Duration interval;
        private final Time time;
        private final ReentrantLock lock = new ReentrantLock();
        private final long start;
        private long heldUntil;
        private long lastTurn;

        Queue(Rate rate, Time time) {
            this.time = time;
            this.start = time.nanos();
            this.heldUntil = start;
            this.lastTurn = start;
            this.interval = rate.interval();
            // One permit to an interval: larger periods would let a whole period's requests go within a moment.
            this.limiter = rate.isLimited()
                    ? RateLimiter.of(
                            "rate",
                            RateLimiterConfig.custom()
                                    .limitForPeriod(1)
                                    .limitRefreshPeriod(rate.interval())
                                    .timeoutDuration(ANY)
                                    .build(),
                            time::nanos)
                    : null;
        }

        Duration reserve(Duration maxWait) {
            if (limiter == null) {
                return Duration.ZERO;
            }
            lock.lock();
            try {
                // A place that was taken cannot be given back, so it is looked first whether it would come in time.
                Duration soonest = soonest(limiter);
                if (soonest.compareTo(maxWait) > 0) {
                    return soonest;
                }
                lastTurn = time.nanos();
                return Duration.ofNanos(limiter.reservePermission());
            } finally {
                lock.unlock();
            }
        }

        private Duration soonest(RateLimiter limiter) {
            int free = limiter.getMetrics().getAvailablePermissions();
            if (free > 0) {
                return Duration.ZERO;
            }
            long intoInterval = (time.nanos() - start) % interval.toNanos();
            return Duration.ofNanos(interval.toNanos() * (1L - free) - intoInterval);
        }

        /** Whether a new one would do as well. */
        boolean isIdle() {
            lock.lock();
            try {
                boolean free = limiter == null
                        || (limiter.getMetrics().getAvailablePermissions() > 0
                                && time.nanos() - lastTurn > interval.toNanos());
                return free && heldUntil <= time.nanos();
            } finally {
                lock.unlock();
            }
        }

        void hold(Duration pause) {
            lock.lock();
            try {
                heldUntil = Math.max(heldUntil, time.nanos() + pause.toNanos());
            } finally {
                lock.unlock();
            }
        }

        Duration held() {
            lock.lock();
            try {
                return Duration.ofNanos(Math.max(0, heldUntil - time.nanos()));
            } finally {
                lock.unlock();
            }
        }
    }
}
