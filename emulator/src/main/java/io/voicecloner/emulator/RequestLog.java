package io.voicecloner.emulator;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Remembers every request, without header values. Thread-safe. */
final class RequestLog {
    private final List<ReceivedRequest> requests = new ArrayList<>();
    private final Clock clock;
    private final String secret;

    RequestLog(Clock clock, String secret) {
        this.clock = clock;
        this.secret = secret;
    }

    synchronized void add(Exchange exchange, Answer answer) {
        requests.add(new ReceivedRequest(
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
    }

    synchronized int count() {
        return requests.size();
    }

    synchronized List<ReceivedRequest> snapshot() {
        return List.copyOf(requests);
    }
}
