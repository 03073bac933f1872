package io.voicecloner.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.Moshi;
import io.voicecloner.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A whole answer of a provider, for better or worse.
 *
 * @param <T> the wire record of a success
 */
public final class Answer<T> {
    private final Exchange exchange;
    private final @Nullable T body;
    private final Moshi moshi;

    Answer(Exchange exchange, @Nullable T body, Moshi moshi) {
        this.exchange = exchange;
        this.body = body;
        this.moshi = moshi;
    }

    /** The HTTP status. */
    public int status() {
        return exchange.observations().status();
    }

    /** Whether the status is 2xx; the body may say otherwise. */
    public boolean successful() {
        return status() >= 200 && status() < 300;
    }

    /** The parsed body of a 2xx; empty for every other status. */
    public Optional<T> body() {
        return Optional.ofNullable(body);
    }

    /** How much audio the body held, in bytes; it was led off and is not in {@link #body()}. 0 for a link. */
    public long audioBytes() {
        AudioTap tap = exchange.tap();
        return tap == null ? 0 : tap.bytes();
    }

    /** How far the request came, by the status alone. */
    public Delivery delivery() {
        return exchange.observations().delivery();
    }

    /** What the provider's support asks for. */
    public Optional<String> traceId() {
        return Optional.ofNullable(exchange.traceId());
    }

    /** How long the provider asked to wait. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(exchange.retryAfter());
    }

    /** The id of a voice that the body names, whatever else it says. */
    Optional<String> salvagedVoiceId() {
        return exchange.salvagedVoiceId();
    }

    /** The beginning of the body as it came: to be judged by, not to be printed. */
    String beginning() {
        return Snippet.verbatim(exchange.body());
    }

    /** The beginning of the body, fit to be printed. */
    public String snippet() {
        return Snippet.of(exchange.body(), exchange.redaction());
    }

    /** The provider's words without secrets that they may repeat. */
    @Nullable
    String redacted(@Nullable String words) {
        return words == null ? null : exchange.redaction().of(words);
    }

    /** The body read as another wire record; empty if it is not one, as a gateway's error page is not, or if it contradicts itself. */
    public <E> Optional<E> as(Class<E> type) {
        JsonAdapter<E> adapter = moshi.adapter(type);
        try {
            DuplicateNames.refuse(exchange.body());
            return Optional.ofNullable(adapter.fromJson(new Buffer().write(exchange.body())));
        } catch (IOException | JsonDataException e) {
            return Optional.empty();
        }
    }
}
