package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back to the client. */
record Answer(int status, String contentType, long length, Content content, Map<String, String> headers) {

    /** Writes the {@link #length} bytes of an answer. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    static Answer json(int status, JsonObject body) {
        return bytes(status, "application/json; charset=utf-8", body.toString());
    }

    static Answer text(int status, String body) {
        return bytes(status, "text/plain; charset=utf-8", body);
    }

    static Answer file(Path file, long length, String contentType) {
        return new Answer(200, contentType, length, out -> Files.copy(file, out), Map.of());
    }

    private static Answer bytes(int status, String contentType, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, contentType, bytes.length, out -> out.write(bytes), Map.of());
    }

    Answer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, contentType, length, content, more);
    }
}
