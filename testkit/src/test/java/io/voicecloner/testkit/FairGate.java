package io.voicecloner.testkit;

import io.voicecloner.Rate;
import io.voicecloner.spi.RateGate;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A gate that keeps the contract, unless a subclass breaks one of its parts. */
class FairGate implements RateGate {
    final Rate rate;
    final Map<String, Long> free = new HashMap<>();
    final Map<String, Long> heldUntil = new HashMap<>();
    private final long start = System.nanoTime();

    FairGate(Rate rate) {
        this.rate = rate;
    }

    /** Nanoseconds since it was opened. */
    final long now() {
        return System.nanoTime() - start;
    }

    @Override
    public Duration reserve(String account, String operation, Duration maxWait) {
        if (!rate.isLimited()) {
            return Duration.ZERO;
        }
        synchronized (free) {
            String key = turnsOf(account, operation);
            long now = now();
            long turn = next(free.getOrDefault(key, now), now);
            Duration wait = Duration.ofNanos(turn - now);
            if (wait.compareTo(maxWait) <= 0 || takesAnyway()) {
                free.put(key, after(turn));
            }
            return wait;
        }
    }

    String turnsOf(String account, String operation) {
        return account + ' ' + operation;
    }

    /** When the next turn is, if this one is free. */
    long next(long free, long now) {
        return Math.max(free, now);
    }

    /** What is free after this turn. */
    long after(long turn) {
        return turn + rate.interval().toNanos();
    }

    boolean takesAnyway() {
        return false;
    }

    @Override
    public synchronized void hold(String account, String operation, Duration pause) {
        heldUntil.merge(holdsOf(account, operation), now() + pause.toNanos(), this::longer);
    }

    String holdsOf(String account, String operation) {
        return account + ' ' + operation;
    }

    long longer(long held, long asked) {
        return Math.max(held, asked);
    }

    @Override
    public synchronized Duration held(String account, String operation) {
        Long until = heldUntil.get(holdsOf(account, operation));
        return until == null ? Duration.ZERO : Duration.ofNanos(Math.max(0, until - now()));
    }
}
