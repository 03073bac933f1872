package io.voicecloner.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** One connection to an emulator, without an HTTP client that would mend or hide what happens on it. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 200;

    enum End {
        /** The peer closed in an orderly way. */
        FIN,
        /** The peer reset the connection. */
        RST,
        /** Nothing came for 200 ms, and the connection is still there. */
        OPEN
    }

    /** What came until the connection ended or fell silent. */
    record Received(String text, End end) {
        String head() {
            return text.contains("\r\n\r\n") ? text.substring(0, text.indexOf("\r\n\r\n")) : text;
        }

        String body() {
            return text.contains("\r\n\r\n") ? text.substring(text.indexOf("\r\n\r\n") + 4) : "";
        }

        String status() {
            return text.lines().findFirst().orElse("");
        }
    }

    private final Emulator emulator;
    private final Socket socket;

    Wire(Emulator emulator) throws IOException {
        this.emulator = emulator;
        URI base = Objects.requireNonNull(emulator.baseUrls().get("minimax"));
        socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /** A request whole, key included: {@code post("/v1/voice_clone", "{...}")}. */
    Wire post(String path, String json) throws IOException {
        return send("POST " + path + " HTTP/1.1\r\nHost: emulator\r\nAuthorization: Bearer " + emulator.apiKey()
                + "\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + json);
    }

    Wire get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\nHost: emulator\r\n\r\n");
    }

    Wire send(String bytes) throws IOException {
        socket.getOutputStream().write(bytes.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Received receive() throws IOException {
        ByteArrayOutputStream received = new ByteArrayOutputStream();
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[8192];
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                received.write(buffer, 0, read);
            }
            return new Received(received.toString(StandardCharsets.UTF_8), End.FIN);
        } catch (SocketTimeoutException e) {
            return new Received(received.toString(StandardCharsets.UTF_8), End.OPEN);
        } catch (SocketException e) {
            return new Received(received.toString(StandardCharsets.UTF_8), End.RST);
        }
    }

    /** One byte of what comes. */
    int read() throws IOException {
        return socket.getInputStream().read();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
