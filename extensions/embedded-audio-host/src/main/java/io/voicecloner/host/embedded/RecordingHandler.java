package io.voicecloner.host.embedded;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for recordings by their exact path. An exception out of it makes the server drop the connection, which is how
 * an answer that cannot be completed is broken off.
 */
final class RecordingHandler implements HttpHandler {
    /** "No body" to the JDK's server, to which 0 means "chunked". */
    private static final int NO_BODY = -1;

    private final Map<String, Recording> recordings;
    private final Workers workers;

    RecordingHandler(Map<String, Recording> recordings, Workers workers) {
        this.recordings = recordings;
        this.workers = workers;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        workers.turn().advanced();
        Headers answer = exchange.getResponseHeaders();
        answer.set("Cache-Control", "no-store");
        answer.set("X-Content-Type-Options", "nosniff");
        String method = exchange.getRequestMethod();
        // The method first: a path must not show by its answer whether it is known.
        if (!method.equals("GET") && !method.equals("HEAD")) {
            answer.set("Allow", "GET, HEAD");
            exchange.sendResponseHeaders(405, NO_BODY);
            return;
        }
        Recording recording = recordings.get(exchange.getRequestURI().getRawPath());
        if (recording == null) {
            exchange.sendResponseHeaders(404, NO_BODY);
        } else if (method.equals("HEAD")) {
            describe(recording, answer);
            // The server does not do this for HEAD.
            answer.set("Content-Length", Long.toString(recording.length()));
            exchange.sendResponseHeaders(200, NO_BODY);
        } else {
            get(recording, exchange);
        }
    }

    private void get(Recording recording, HttpExchange exchange) throws IOException {
        Selection part = Selection.of(exchange.getRequestHeaders(), recording.length());
        try (InputStream in = open(recording, part)) {
            if (in == null) {
                exchange.sendResponseHeaders(500, NO_BODY);
                return;
            }
            Headers answer = exchange.getResponseHeaders();
            describe(recording, answer);
            part.contentRange(recording.length()).ifPresent(range -> answer.set("Content-Range", range));
            exchange.sendResponseHeaders(part.status(), part.count() == 0 ? NO_BODY : part.count());
            recording.copy(in, exchange.getResponseBody(), part, workers.turn());
        }
    }

    private static void describe(Recording recording, Headers answer) {
        answer.set("Accept-Ranges", "bytes");
        answer.set("Content-Type", recording.mediaType());
    }

    /** Null if it cannot be read any more; who asks has no use for the reason. */
    private static @Nullable InputStream open(Recording recording, Selection part) {
        try {
            return recording.openAt(part.first());
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
