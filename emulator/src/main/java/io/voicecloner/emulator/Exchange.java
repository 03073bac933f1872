package io.voicecloner.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** One request, from the moment its headers are here; {@link #traceId} names it. */
final class Exchange {
    private static final int MAX_JSON_BYTES = 1024 * 1024;

    /** What is still read of a body nobody wants, so that its sender gets to see the answer. */
    private static final long MAX_UNWANTED_BYTES = 256L * 1024 * 1024;

    private final Request request;
    private final String traceId = Tokens.next();
    private @Nullable JsonFields json;

    Exchange(Request request) {
        this.request = request;
    }

    String traceId() {
        return traceId;
    }

    String method() {
        return request.getMethod();
    }

    String path() {
        return Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    }

    String query() {
        return Objects.requireNonNullElse(request.getHttpURI().getQuery(), "");
    }

    /** Scheme, host and port at which the emulator can be reached, whatever name the client used. */
    String origin() {
        return "http://127.0.0.1:" + Request.getLocalPort(request);
    }

    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    String contentType() {
        return Objects.requireNonNullElse(header("Content-Type"), "");
    }

    boolean hasMediaType(String mediaType) {
        return contentType().split(";", 2)[0].strip().equalsIgnoreCase(mediaType);
    }

    Set<String> headerNames() {
        Set<String> names = new LinkedHashSet<>();
        for (HttpField field : request.getHeaders()) {
            names.add(field.getName().toLowerCase(Locale.ROOT));
        }
        return names;
    }

    long bodyBytes() {
        return Math.max(0, Request.getContentBytesRead(request));
    }

    /** The JSON object of the body, the same again when asked again. Every document names the content type as required. */
    JsonFields json() throws IOException {
        if (json == null) {
            json = readJson();
        }
        return json;
    }

    private JsonFields readJson() throws IOException {
        if (!hasMediaType("application/json")) {
            throw new BadRequest("Content-Type must be application/json");
        }
        return JsonFields.parse(body());
    }

    /** All of the body, which must be no larger than a JSON request ever is; to be read once. */
    byte[] body() throws IOException {
        byte[] body = Request.asInputStream(request).readNBytes(MAX_JSON_BYTES + 1);
        if (body.length > MAX_JSON_BYTES) {
            throw new BadRequest("the body is too large");
        }
        return body;
    }

    /** The form of the body, whose files lie in the store's directory until it is closed. */
    UploadForm form(RecordingStore recordings) {
        return UploadForm.read(request, contentType(), recordings);
    }

    /** Reads what is left of the body. Answering earlier would reset the connection of a client that is still sending. */
    void drain() throws IOException {
        InputStream rest = Request.asInputStream(request);
        byte[] buffer = new byte[16 * 1024];
        long total = 0;
        for (int read = rest.read(buffer); read >= 0 && total < MAX_UNWANTED_BYTES; read = rest.read(buffer)) {
            total += read;
        }
    }
}
