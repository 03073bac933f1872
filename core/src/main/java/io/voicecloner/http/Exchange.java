package io.voicecloner.http;

import io.voicecloner.Step;
import io.voicecloner.attempt.Observations;
import io.voicecloner.spi.CallScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.Response;
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
    private final @Nullable AudioTap tap;
    private final Observations observations = new Observations();
    private final AtomicBoolean onTheWire = new AtomicBoolean();
    private volatile Interceptor.@Nullable Chain terms;
    private volatile @Nullable Response answer;
    private volatile byte[] body = {};
    private volatile @Nullable String contentType;
    private volatile @Nullable String traceId;
    private volatile @Nullable Duration retryAfter;

    Exchange(
            Step step,
            CallScope scope,
            Redaction redaction,
            Function<String, Optional<String>> voiceIdIn,
            @Nullable AudioTap tap) {
        this.voiceIdIn = voiceIdIn;
        this.tap = tap;
        this.step = step;
        this.scope = scope;
        this.redaction = redaction;
    }

    /** The exchange of a call, whatever became of its request on the way. */
    static Exchange of(Interceptor.Chain chain) {
        Exchange exchange = chain.call().request().tag(Exchange.class);
        if (exchange == null) {
            throw new IllegalStateException("a request needs its Exchange as a @Tag");
        }
        return exchange;
    }

    Step step() {
        return step;
    }

    CallScope scope() {
        return scope;
    }

    /** Where the audio of the answer goes; null for an answer that is to hold none. */
    @Nullable
    AudioTap tap() {
        return tap;
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

    /** The settings that the call began with. */
    void terms(Interceptor.Chain chain) {
        terms = chain;
    }

    Interceptor.Chain terms() {
        return Objects.requireNonNull(terms, "terms");
    }

    /** Whether the request was not sent before. Asked for when it is. */
    boolean isFirstOnTheWire() {
        return onTheWire.compareAndSet(false, true);
    }

    /** Keeps the request from being sent, if it was not; whether it came in time. */
    boolean keepOffTheWire() {
        return onTheWire.compareAndSet(false, true);
    }

    /** The provider answered, and the answer could be read. */
    void answered(Response response) {
        answer = response;
    }

    @Nullable
    Response answer() {
        return answer;
    }

    void body(byte[] bytes) {
        body = bytes;
    }

    byte[] body() {
        return body;
    }

    /** The id of a voice, as far as what came of the answer tells; without the key, should it repeat that. */
    Optional<String> salvagedVoiceId() {
        return voiceIdIn.apply(new String(body, StandardCharsets.UTF_8)).map(redaction::ofId);
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
