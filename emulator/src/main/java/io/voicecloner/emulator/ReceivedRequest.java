package io.voicecloner.emulator;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * One HTTP request and how it was answered. Holds no header value but the content type, so never a key.
 *
 * @param at when its answer was ready, by the emulator's clock
 * @param method {@code POST}, ...
 * @param path without the query
 * @param query without the question mark, empty when there was none; the emulator's key, were it in there, is masked
 * @param status the HTTP status answered; 0 when there was no answer: the connection was lost before the request was whole, or a
 *     {@link Fault} ended it
 * @param fault the {@link Fault} it met, in words; empty when it met none
 * @param traceId names this request; MiniMax sends it as the header {@code Trace-Id}
 * @param contentType of the request's body, empty when there was none
 * @param bodyBytes how much of the body arrived
 * @param headerNames of the request, in lower case
 */
public record ReceivedRequest(
        Instant at,
        String method,
        String path,
        String query,
        int status,
        String fault,
        String traceId,
        String contentType,
        long bodyBytes,
        Set<String> headerNames) {

    public ReceivedRequest {
        headerNames = Collections.unmodifiableSet(new LinkedHashSet<>(headerNames));
    }
}
