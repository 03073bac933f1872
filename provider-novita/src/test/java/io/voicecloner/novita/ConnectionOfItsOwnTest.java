package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.VoiceCloner;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A connection that a server closes while it is idle would lose the next request, of which nobody could tell whether it made a voice.
 * So none is ever used twice, although this server would gladly go on.
 */
@Tag("faults")
@Tag("F21")
class ConnectionOfItsOwnTest {
    private static final int CLONES = 20;

    @AutoClose
    private final FaultyNovita novita = new FaultyNovita();

    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger usedTwice = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();

    @Test
    void everyCloneHasAFreshConnectionAndLeavesNoneOpen() throws Exception {
        novita.answering(this::answerAndWaitForMore);
        try (VoiceCloner cloner = novita.open()) {
            for (int clone = 1; clone <= CLONES; clone++) {
                assertThat(cloner.cloneVoice(NovitaBench.plain()).attempts()).isEqualTo(1);

                assertThat(novita.received()).hasSize(clone);
                assertThat(connections).hasValue(clone);
            }
            for (int i = 0; i < 200 && open.get() > 0; i++) {
                Thread.sleep(5);
            }
            assertThat(open).hasValue(0);
        }
        assertThat(usedTwice).hasValue(0);
    }

    /** The same server, as it treats a client that does use a connection twice. */
    @Test
    void theServerWouldLoseASecondRequest() throws Exception {
        novita.answering(this::answerAndWaitForMore);
        byte[] request = ("POST " + NovitaBench.CLONE_PATH + " HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}")
                .getBytes(StandardCharsets.ISO_8859_1);
        try (Socket client = new Socket(
                InetAddress.getLoopbackAddress(), novita.server().uri("/").getPort())) {
            client.getOutputStream().write(request);
            client.getOutputStream().flush();
            client.getInputStream().readNBytes(12);
            client.getOutputStream().write(request);
            client.getOutputStream().flush();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            // What was not read turns the end into a reset.
        }
        assertThat(usedTwice).hasValue(1);
    }

    /** Reads on as a server does that keeps connections alive, and closes without an answer once more comes. */
    private void answerAndWaitForMore(Socket connection) throws IOException {
        connections.incrementAndGet();
        open.incrementAndGet();
        try {
            byte[] body = NovitaBench.SUCCESS.getBytes(StandardCharsets.UTF_8);
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: keep-alive\r\n"
                    + "Keep-Alive: timeout=60\r\nContent-Length: " + body.length + "\r\n\r\n";
            connection.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            connection.getOutputStream().write(body);
            connection.getOutputStream().flush();
            if (connection.getInputStream().read() >= 0) {
                usedTwice.incrementAndGet();
            }
        } finally {
            open.decrementAndGet();
        }
    }
}
