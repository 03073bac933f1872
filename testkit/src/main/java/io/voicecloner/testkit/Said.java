package io.voicecloner.testkit;

import java.time.Duration;
import java.util.Optional;

/**
 * What a host says in an answer, as it stands there. What is empty was not said.
 *
 * @param code the provider's own code
 * @param message the provider's own words
 * @param traceId what the provider's support would ask for
 * @param retryAfter how long the provider asks to wait
 */
public record Said(
        Optional<String> code, Optional<String> message, Optional<String> traceId, Optional<Duration> retryAfter) {
    /** Nothing at all. */
    public static Said nothing() {
        return new Said(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A code and words. */
    public static Said of(String code, String message) {
        return new Said(Optional.of(code), Optional.of(message), Optional.empty(), Optional.empty());
    }

    /** The same, with a trace id. */
    public Said withTraceId(String id) {
        return new Said(code, message, Optional.of(id), retryAfter);
    }

    /** The same, with a time to wait. */
    public Said withRetryAfter(Duration time) {
        return new Said(code, message, traceId, Optional.of(time));
    }
}
