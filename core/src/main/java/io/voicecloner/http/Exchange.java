package io.voicecloner.http;

import io.voicecloner.Step;
import io.voicecloner.attempt.Observations;
import io.voicecloner.spi.CallScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One request and what was seen of it. A Retrofit method takes it as its {@code @Tag} parameter, which is how what happens on a
 * connection finds its way back to the call that caused it.
 */
public final class Exchange {
    private final Step step;
    private final CallScope scope;
    private final Redaction redaction;
    private final Function<String, Optional<String>> voiceIdIn;
    private final Observations observations = new Observations();
    private volatile byte[] body = {};
    private volatile @Nullable String contentType;
    private volatile @Nullable String traceId;
    private volatile @Nullable Duration retryAfter;

    Exchange(Step step, CallScope scope, Redaction redaction, Function<String, Optional<String>> voiceIdIn) {
        this.voiceIdIn = voiceIdIn;
        this.step = step;
        this.scope = scope;
        this.redaction = redaction;
    }

    Step step() {
        return step;
    }

    CallScope scope() {
        return scope;
    }

    Observations observations() {
        return observations;
    }

    Redaction redaction() {
        return redaction;
    }

    void head(@Nullable String type, @Nullable String trace, @Nullable Duration wait) {
        contentType = type;
        traceId = trace;
        retryAfter = wait;
        if (trace != null) {
            scope.traced(trace);
        }
    }

    void body(byte[] bytes) {
        body = bytes;
    }

    byte[] body() {
        return body;
    }

    /** The id of a voice, as far as what came of the answer tells. */
    Optional<String> salvagedVoiceId() {
        return voiceIdIn.apply(new String(body, StandardCharsets.UTF_8));
    }

    @Nullable
    String contentType() {
        return contentType;
    }

    @Nullable
    String traceId() {
        return traceId;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
