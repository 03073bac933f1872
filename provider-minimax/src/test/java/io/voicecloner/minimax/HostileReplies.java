package io.voicecloner.minimax;

import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Named;

/** What no honest server answers, whatever it was asked. */
final class HostileReplies {
    private static final int MEBIBYTE = 1024 * 1024;
    private static final String JSON = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private HostileReplies() {}

    static Stream<Named<Reply>> all() {
        return Stream.concat(unreadable(), thatAskForAges());
    }

    /** All that say nothing of when to ask again. */
    static Stream<Named<Reply>> unreadable() {
        return Stream.of(ofNegativeLength(), thatAreNoHttp(), thatAreTooMuch()).flatMap(each -> each);
    }

    /** F38. */
    static Stream<Named<Reply>> thatMakeTransportsThrow() {
        return Stream.concat(ofNegativeLength(), thatAskForAges());
    }

    private static Stream<Named<Reply>> ofNegativeLength() {
        return Stream.of(raw("a negative length", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}"));
    }

    /** F38: a transport that reads these waits as an int throws. */
    static Stream<Named<Reply>> thatAskForAges() {
        return Stream.of(
                raw("a wait of 20 digits", "HTTP/1.1 503 Busy\r\nRetry-After: 99999999999999999999\r\n\r\n{}"),
                raw("a wait beyond an int", "HTTP/1.1 503 Busy\r\nRetry-After: 99999999999\r\n\r\n{}"),
                raw("20 digits after 408", "HTTP/1.1 408 Slow\r\nRetry-After: 99999999999999999999\r\n\r\n{}"));
    }

    /** F39. */
    private static Stream<Named<Reply>> thatAreNoHttp() {
        return Stream.of(
                raw("another protocol", "SSH-2.0-OpenSSH_9.6\r\n"),
                raw("a status that is no number", "HTTP/1.1 abc OK\r\n\r\n{}"),
                raw("noise", "\0\1\2\3\r\n\r\n"),
                raw("a chunk without a size", JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}"),
                raw("a chunk of 2^64-1 bytes", JSON + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}"),
                raw("204 with a body", "HTTP/1.1 204 No Content\r\nContent-Length: 8\r\n\r\n{\"ok\":1}"),
                raw("a few provisional answers and an end", "HTTP/1.1 102 Processing\r\n\r\n".repeat(50)));
    }

    /** F40, F41, F49. */
    private static Stream<Named<Reply>> thatAreTooMuch() {
        StringBuilder headers = new StringBuilder(JSON);
        for (int header = 0; header < 60; header++) {
            headers.append("X-")
                    .append(header)
                    .append(": ")
                    .append("x".repeat(10_000))
                    .append("\r\n");
        }
        return Stream.of(
                raw("600 kB of headers", headers + "Content-Length: 2\r\n\r\n{}"),
                Named.of("a gzip bomb", encoded("gzip", packed(new byte[50 * MEBIBYTE]))),
                Named.of("brotli", encoded("br", new byte[] {11, 1, -128, 123, 125, 3})),
                Named.of("gzip twice", encoded("gzip, gzip", packed(packed(new byte[] {'{', '}'})))));
    }

    /** A byte every 50 ms. */
    static Reply drip() {
        byte[] message = Reply.message(200, "application/json", new byte[900]);
        return connection -> {
            for (byte each : message) {
                connection.getOutputStream().write(each);
                connection.getOutputStream().flush();
                pause();
            }
        };
    }

    private static Named<Reply> raw(String name, String answer) {
        return Named.of(name, Reply.bytes(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Reply encoded(String how, byte[] body) {
        return Reply.bytes(Reply.message(200, "application/json", body, "Content-Encoding: " + how));
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
