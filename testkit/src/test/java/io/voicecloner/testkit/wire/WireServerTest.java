package io.voicecloner.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What is sent and what is answered, byte for byte. */
class WireServerTest {
    private static final String FORM = """
            --b
            Content-Disposition: form-data; name="purpose"

            clone
            --b
            Content-Disposition: form-data; name="file"; filename="a.wav"
            Content-Type: audio/wav

            RI

            FF
            --b--
            """.replace("\n", "\r\n");

    @Test
    void aRequestIsRememberedAsItCame() throws IOException {
        try (WireServer server = new WireServer(request -> Reply.json("{}"))) {
            send(server, "POST /v1/x?a=b%20c HTTP/1.1\r\nA: 1\r\na: 2\r\nContent-Length: 4\r\n\r\nfour");

            assertThat(server.received()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("POST");
                assertThat(request.path()).isEqualTo("/v1/x");
                assertThat(request.query()).contains("a=b%20c");
                assertThat(request.header("A")).containsExactly("1", "2");
                assertThat(request.text()).isEqualTo("four");
                assertThat(request.body()).hasSize(4);
            });
        }
    }

    @Test
    void aFormIsTakenApartByteForByte() throws IOException {
        List<Part> parts = received("multipart/form-data; boundary=b", FORM).parts();

        assertThat(parts).extracting(Part::name).containsExactly("purpose", "file");
        assertThat(parts.get(0).text()).isEqualTo("clone");
        assertThat(parts.get(0).fileName()).isEmpty();
        assertThat(parts.get(1).fileName()).contains("a.wav");
        assertThat(parts.get(1).contentType()).containsExactly("audio/wav");
        assertThat(parts.get(1).bytes()).asString(StandardCharsets.UTF_8).isEqualTo("RI\r\n\r\nFF");
    }

    @Test
    void whatIsNoFormHasNoParts() throws IOException {
        Received json = received("application/json", "{}");
        Received cut = received("multipart/form-data; boundary=b", FORM.substring(0, FORM.length() - 4));

        assertThatThrownBy(json::parts).isInstanceOf(AssertionError.class).hasMessage("no form: application/json");
        assertThatThrownBy(cut::parts).isInstanceOf(AssertionError.class).hasMessage("not framed by its boundary");
    }

    @Test
    void anAnswerIsSentAsItIsWritten() throws IOException {
        String whole = "HTTP/1.1 429 Word\r\nContent-Type: text/plain\r\nContent-Length: 4\r\nRetry-After: 7\r\n"
                + "Connection: close\r\n\r\nwait";
        assertThat(answer(request -> Reply.of(429, "text/plain", "wait", "Retry-After: 7")))
                .isEqualTo(whole);
        assertThat(answer(request -> Reply.bytes("HTTP/1.1 20".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("HTTP/1.1 20");
    }

    @Test
    void aConnectionEndsInOrderOrWithAReset() throws IOException {
        assertThat(answer(request -> Reply.end())).isEmpty();
        assertThat(answer(request -> {
                    throw new IOException("a script that fails");
                }))
                .isEmpty();
        assertThatThrownBy(() -> answer(request -> Reply.reset())).isInstanceOf(SocketException.class);
    }

    @Test
    void nobodyIsLetInAfterTheEnd() {
        WireServer server = new WireServer(request -> Reply.end());
        server.close();
        server.close();

        assertThatThrownBy(() -> send(server, "GET / HTTP/1.1\r\n\r\n")).isInstanceOf(IOException.class);
    }

    @Test
    void whoeverIsStillWaitingIsBrokenOff() throws Exception {
        Queue<Thread> serving = new ConcurrentLinkedQueue<>();
        CountDownLatch met = new CountDownLatch(2);
        WireServer server = new WireServer(request -> {
            serving.add(Thread.currentThread());
            met.countDown();
            if (request.path().equals("/stuck")) {
                new CountDownLatch(1).await();
            }
            return Reply.silence();
        });
        try (Socket silent = asking(server, "/silent");
                Socket stuck = asking(server, "/stuck")) {
            assertThat(met.await(5, TimeUnit.SECONDS)).isTrue();

            server.close();

            assertThat(serving).hasSize(2).noneMatch(Thread::isAlive);
            assertThat(isOver(silent)).isTrue();
            assertThat(isOver(stuck)).isTrue();
        }
    }

    @Test
    void aScriptThatEndsItsServerStillAnswers() throws Exception {
        CompletableFuture<WireServer> itself = new CompletableFuture<>();
        WireServer server = new WireServer(request -> {
            itself.get().close();
            return Reply.json("{}");
        });
        itself.complete(server);

        assertThat(send(server, "GET / HTTP/1.1\r\n\r\n")).endsWith("\r\n\r\n{}");
    }

    private static Socket asking(WireServer server, String path) throws IOException {
        Socket socket = new Socket(server.uri("/").getHost(), server.uri("/").getPort());
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** In order or with a reset: either is an end. */
    private static boolean isOver(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException e) {
            return true;
        }
    }

    private static Received received(String type, String body) throws IOException {
        try (WireServer server = new WireServer(request -> Reply.end())) {
            send(
                    server,
                    "POST / HTTP/1.1\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n"
                            + body);
            return server.received().get(0);
        }
    }

    private static String answer(Script script) throws IOException {
        try (WireServer server = new WireServer(script)) {
            return send(server, "GET / HTTP/1.1\r\n\r\n");
        }
    }

    /** Everything that comes back until the connection ends. */
    private static String send(WireServer server, String request) throws IOException {
        URI address = server.uri("/");
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
