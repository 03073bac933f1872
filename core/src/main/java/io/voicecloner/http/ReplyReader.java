package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer whole, up to a cap, and lets nothing but JSON through to the parser. Compressed answers are never asked for
 * and never read, so that the cap holds for what really comes out.
 */
final class ReplyReader implements Interceptor {
    /** Far above any honest answer to an upload or a clone. */
    private static final long LONGEST_JSON = 1024 * 1024;

    private static final long LONGEST_ERROR = 64 * 1024;

    private final List<String> traceHeaders;
    private final Clock clock;

    ReplyReader(List<String> traceHeaders, Clock clock) {
        this.traceHeaders = traceHeaders;
        this.clock = clock;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request()
                .newBuilder()
                .header(
                        "Accept",
                        Exchange.of(chain).tap() == null ? "application/json" : "application/json, text/event-stream")
                .header("Accept-Encoding", "identity")
                .build();
        Exchange exchange = Exchange.of(chain);
        try (Response response = chain.proceed(request)) {
            exchange.head(
                    response.header("Content-Type"),
                    traceId(response, exchange.redaction()),
                    RetryAfter.parse(response.header(HiddenRetryAfter.HIDDEN), clock.instant())
                            .orElse(null));
            byte[] body = read(response, exchange);
            exchange.body(body);
            if (response.isSuccessful()) {
                requireJson(typeOfWhatIsLeft(response, exchange), body, exchange.redaction());
                DuplicateNames.refuse(body);
            }
            Response answer = response.newBuilder()
                    .body(ResponseBody.create(body, response.body().contentType()))
                    .build();
            exchange.answered(answer);
            return answer;
        }
    }

    /** Of an answer whose audio was led off, JSON is left, whatever carried it. */
    private static @Nullable String typeOfWhatIsLeft(Response response, Exchange exchange) {
        return exchange.tap() == null ? response.header("Content-Type") : "application/json";
    }

    private @Nullable String traceId(Response response, Redaction redaction) {
        for (String name : traceHeaders) {
            String value = response.header(name);
            if (value != null && !value.isBlank()) {
                return Snippet.of(value, redaction);
            }
        }
        return null;
    }

    private static byte[] read(Response response, Exchange exchange) throws IOException {
        String encoding = response.header("Content-Encoding");
        boolean encoded = encoding != null && !encoding.equalsIgnoreCase("identity");
        Buffer kept = new Buffer();
        if (!response.isSuccessful()) {
            // The status says enough; what can be had of the body is only decoration.
            return encoded ? new byte[0] : readWhatComes(response, kept);
        }
        if (encoded) {
            throw new UnreadableReplyException(
                    Reason.UNREADABLE,
                    "the answer is encoded, which was not asked for: " + Snippet.of(encoding, exchange.redaction()));
        }
        AudioTap tap = exchange.tap();
        if (tap != null) {
            try (tap) {
                return SpokenBody.read(response, exchange, tap);
            }
        }
        try {
            readUpTo(LONGEST_JSON, response, kept);
        } catch (IOException e) {
            // What came may still tell which voice was made.
            exchange.body(kept.readByteArray());
            throw e;
        }
        if (!response.body().source().exhausted()) {
            exchange.body(kept.readByteArray());
            throw new UnreadableReplyException(
                    Reason.TOO_LARGE, "the answer is longer than " + LONGEST_JSON + " bytes");
        }
        return kept.readByteArray();
    }

    private static byte[] readWhatComes(Response response, Buffer kept) {
        try {
            readUpTo(LONGEST_ERROR, response, kept);
        } catch (IOException ignored) {
            // Cut off; what came is kept.
        }
        return kept.readByteArray();
    }

    private static void readUpTo(long limit, Response response, Buffer kept) throws IOException {
        long left = limit;
        while (left > 0) {
            long read = response.body().source().read(kept, left);
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    private static void requireJson(@Nullable String contentType, byte[] body, Redaction redaction) throws IOException {
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        boolean declared = type.isEmpty() || type.contains("json");
        if (!declared || !beginsLikeAnObject(body)) {
            throw new UnreadableReplyException(
                    body.length == 0 ? Reason.INCOMPLETE_REPLY : Reason.NOT_JSON,
                    body.length == 0
                            ? "the answer is empty"
                            : "the answer is not a JSON object: " + Snippet.of(body, redaction));
        }
    }

    static boolean beginsLikeAnObject(byte[] body) {
        for (byte b : body) {
            if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
                return b == '{';
            }
        }
        return false;
    }
}
