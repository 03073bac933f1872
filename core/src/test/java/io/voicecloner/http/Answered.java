package io.voicecloner.http;

import com.squareup.moshi.Moshi;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request as it would be seen on a connection, without the connection. */
final class Answered {
    private static final Moshi MOSHI = new Moshi.Builder().build();

    private final Exchange exchange;

    private Answered(Exchange exchange) {
        this.exchange = exchange;
    }

    /** A request of which nothing was seen yet. */
    static Answered notSent(Step step, CallScope scope) {
        return new Answered(new Exchange(
                step, scope, new Redaction(), body -> Optional.of("nv-1").filter(body::contains), null));
    }

    /** A request that was handed over whole and got this answer. */
    static Answered with(Step step, CallScope scope, int status, String body) {
        return notSent(step, scope).sent().head(status, null).complete(body);
    }

    Answered sent() {
        exchange.observations().requestStarted();
        exchange.observations().bodyStarted();
        exchange.observations().bodyEnded();
        return this;
    }

    Answered cutOff() {
        exchange.observations().requestStarted();
        exchange.observations().bodyStarted();
        return this;
    }

    Answered head(int status, @Nullable Duration retryAfter) {
        exchange.observations().answered(status);
        exchange.head("application/json", "t-1", retryAfter);
        return this;
    }

    Answered complete(String body) {
        exchange.observations().answerComplete();
        return began(body);
    }

    Answered began(String body) {
        exchange.body(body.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Exchange exchange() {
        return exchange;
    }

    Answer<Object> answer() {
        return new Answer<>(exchange, null, MOSHI);
    }
}
