package io.voicecloner.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many requests within any stretch of so much time. Those refused take no place: a client that keeps knocking is let in as soon
 * as there is room. Which window the providers use is not documented. Thread-safe.
 */
final class RateLimit {
    private final int requests;
    private final Duration per;
    private final Clock clock;
    private final Deque<Instant> admitted = new ArrayDeque<>();

    RateLimit(int requests, Duration per, Clock clock) {
        if (requests < 0) {
            throw new IllegalArgumentException("a limit is 0 or more requests, not " + requests);
        }
        if (per.isNegative() || per.isZero()) {
            throw new IllegalArgumentException("a limit holds for a time above 0, not " + per);
        }
        this.requests = requests;
        this.per = per;
        this.clock = clock;
    }

    int requests() {
        return requests;
    }

    Duration per() {
        return per;
    }

    synchronized boolean admits() {
        Instant now = clock.instant();
        while (!admitted.isEmpty() && !admitted.getFirst().plus(per).isAfter(now)) {
            admitted.removeFirst();
        }
        if (admitted.size() >= requests) {
            return false;
        }
        admitted.addLast(now);
        return true;
    }
}
