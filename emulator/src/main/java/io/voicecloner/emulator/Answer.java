package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What goes back to the client; the content type may be empty. A fault says how it goes. */
record Answer(
        int status,
        String contentType,
        long length,
        Content content,
        Map<String, String> headers,
        @Nullable Fault fault) {

    static final String JSON = "application/json; charset=utf-8";

    /** The length of what is sent without {@code Content-Length}, in HTTP's own chunks. */
    static final long UNTOLD = -1;

    /** No answer at all: the connection ends. */
    static final Answer NONE = empty(0);

    Answer(int status, String contentType, long length, Content content, Map<String, String> headers) {
        this(status, contentType, length, content, headers, null);
    }

    /** Writes the {@link #length} bytes of an answer, the same whenever it is asked to. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    boolean isNone() {
        return status == 0;
    }

    static Answer json(int status, JsonObject body) {
        return of(status, JSON, body.toString());
    }

    static Answer text(int status, String body) {
        return of(status, "text/plain; charset=utf-8", body);
    }

    static Answer empty(int status) {
        return of(status, "", "");
    }

    /** The page of a gateway that takes the client for a browser (wire-facts 4.4). */
    static Answer webPage() {
        return of(
                200,
                "text/html; charset=utf-8",
                "<!DOCTYPE html>\n<html><head><title>Gateway</title></head><body><div id=\"root\"></div></body></html>\n");
    }

    static Answer file(Path file, long length, String contentType) {
        return new Answer(200, contentType, length, out -> Files.copy(file, out), Map.of());
    }

    static Answer of(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, contentType, bytes.length, out -> out.write(bytes), Map.of());
    }

    Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, length, content, more, fault);
    }

    /** The same with this happening to it, if it is a stream. */
    Answer troubled(StreamTrouble trouble) {
        return content instanceof SpeechStream stream
                ? new Answer(status, contentType, length, stream.with(trouble), headers, fault)
                : this;
    }

    /** Whether the connection is to end when all of the content is written. */
    boolean isCut() {
        return content instanceof SpeechStream stream && stream.isCut();
    }

    /** The length, counted where it is not told. */
    long measured() throws IOException {
        if (length != UNTOLD) {
            return length;
        }
        ByteCount count = new ByteCount();
        content.writeTo(count);
        return count.bytes();
    }

    Answer withFault(Fault met) {
        return new Answer(status, contentType, length, content, headers, met);
    }
}
