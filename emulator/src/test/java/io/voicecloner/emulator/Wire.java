package io.voicecloner.emulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One connection to an emulator, without an HTTP client that would mend or hide what happens on it. */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 150;

    private static final Pattern CONTENT_LENGTH = Pattern.compile("\r\nContent-Length: (\\d+)\r\n");

    enum End {
        /** The peer closed in an orderly way. */
        FIN,
        /** The peer reset the connection. */
        RST,
        /** The answer is whole, and the connection stays. */
        OPEN
    }

    /** What came until the answer was whole or the connection ended. */
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
    private final InputStream in;

    Wire(Emulator emulator) throws IOException {
        this.emulator = emulator;
        URI base = Objects.requireNonNull(emulator.baseUrls().get("minimax"));
        socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
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
        try {
            long missing = Long.MAX_VALUE;
            while (missing > 0) {
                int next = in.read();
                if (next < 0) {
                    return new Received(received.toString(StandardCharsets.UTF_8), End.FIN);
                }
                received.write(next);
                missing--;
                if (missing > Integer.MAX_VALUE && next == '\n') {
                    missing = lengthAfter(received.toString(StandardCharsets.UTF_8));
                }
            }
            return new Received(received.toString(StandardCharsets.UTF_8), End.OPEN);
        } catch (SocketException e) {
            return new Received(received.toString(StandardCharsets.UTF_8), End.RST);
        }
    }

    /** What is to come after this head; unknown until it is whole. */
    private static long lengthAfter(String head) {
        Matcher length = CONTENT_LENGTH.matcher(head);
        return head.endsWith("\r\n\r\n") && length.find() ? Long.parseLong(length.group(1)) : Long.MAX_VALUE;
    }

    /** Reads up to and with this text. */
    void await(String text) throws IOException {
        StringBuilder received = new StringBuilder();
        while (received.indexOf(text) < 0) {
            received.append((char) in.read());
        }
    }

    /** Whether nothing comes for a while, not even an end. */
    boolean isSilent() throws IOException {
        socket.setSoTimeout(SILENCE_MILLIS);
        try {
            in.read();
            return false;
        } catch (SocketTimeoutException e) {
            return true;
        } finally {
            socket.setSoTimeout(PATIENCE_MILLIS);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
