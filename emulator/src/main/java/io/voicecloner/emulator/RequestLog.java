package io.voicecloner.emulator;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the newest requests, without header values, and how many there were. Thread-safe. */
final class RequestLog {
    private static final int LIMIT = 10_000;

    private final Deque<ReceivedRequest> newest = new ArrayDeque<>();
    private long total;
    private final Clock clock;
    private final String secret;

    RequestLog(Clock clock, String secret) {
        this.clock = clock;
        this.secret = secret;
    }

    synchronized void add(Exchange exchange, Answer answer) {
        newest.add(new ReceivedRequest(
                clock.instant(),
                exchange.method(),
                exchange.path(),
                exchange.query().replace(secret, "***"),
                answer.status(),
                answer.fault() == null ? "" : answer.fault().toString(),
                exchange.traceId(),
                exchange.contentType(),
                exchange.bodyBytes(),
                exchange.headerNames()));
        total++;
        if (newest.size() > LIMIT) {
            newest.remove();
        }
    }

    synchronized long total() {
        return total;
    }

    synchronized List<ReceivedRequest> snapshot() {
        return List.copyOf(newest);
    }

    /** No more than so many, oldest first. */
    synchronized List<ReceivedRequest> newest(int count) {
        return newest.stream().skip(Math.max(0, newest.size() - count)).toList();
    }
}
