package io.voicecloner.host.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfriendlyPeerTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final byte[] AUDIO = Recordings.noise(3_000);

    private final List<Socket> sockets = new ArrayList<>();
    private EmbeddedAudioHost host;
    private URI url;

    @BeforeEach
    void start() throws IOException {
        host = EmbeddedAudioHost.start(BindAddress.parse(BindAddress.DEFAULT), null, PATIENCE);
        url = host.publish(Recordings.wav(AUDIO)).url();
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        host.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/../%s", "/x/../%s", "/./%s", "//%s", "/%s/", "/%s/x", "/%%2e%%2e/%s", "/%s%%00", "/", "/%s.mp3"
            })
    void findsARecordingUnderItsExactPathOnly(String path) throws Exception {
        String name = url.getPath().substring(1);

        String answer = Client.raw(host.address(), "GET " + path.formatted(name) + " HTTP/1.1", "Connection: close");

        assertThat(answer).startsWith("HTTP/1.1 404 ").doesNotContain(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GET", "GET ", "GET /", "nonsense", "GET x:y HTTP/1.1", "GET * HTTP/1.1", "GET /%zz HTTP/1.1"})
    void getsAnErrorOrNothingForNonsense(String line) throws Exception {
        String answer = Client.raw(host.address(), line);

        assertThat(answer).doesNotContain("HTTP/1.1 200").doesNotContain("HTTP/1.1 206");
        assertThat(Client.get(url).body()).isEqualTo(AUDIO);
    }

    @Test
    void maySpeakHttp10() throws Exception {
        String answer = Client.raw(host.address(), "GET " + url.getPath() + " HTTP/1.0");

        assertThat(answer).startsWith("HTTP/1.1 200 OK\r\n").contains("Content-length: 3000\r\n");
        assertThat(answer.length() - answer.indexOf("\r\n\r\n") - 4).isEqualTo(AUDIO.length);
    }

    @Test
    void mayAddAQueryAsSomeProxiesDo() throws Exception {
        assertThat(Client.get(URI.create(url + "?utm_source=x")).body()).isEqualTo(AUDIO);
    }

    @Test
    void mayAskSeveralTimesOnOneConnection() throws Exception {
        String head = "HEAD " + url.getPath() + " HTTP/1.1\r\n\r\n";
        String part = "GET " + url.getPath() + " HTTP/1.1\r\nRange: bytes=3000-\r\n\r\n";

        String answers = Client.raw(host.address(), head + part + "GET /unknown HTTP/1.1", "Connection: close");

        assertThat(answers.lines().filter(line -> line.startsWith("HTTP/1.1 ")).map(line -> line.substring(9, 12)))
                .containsExactly("200", "416", "404");
    }

    @Test
    void doesNotBlockOthersBySendingHalfARequest() throws Exception {
        for (int i = 0; i < 2 * Workers.THREADS; i++) {
            Client.send(connect(), "GET " + url.getPath() + " HTTP/1.1\r\nRange: by");
        }

        assertThat(Client.get(url).body()).isEqualTo(AUDIO);
    }

    @Test
    void doesNotBlockOthersByAnnouncingABodyThatNeverComes() throws Exception {
        for (int i = 0; i < 2 * Workers.THREADS; i++) {
            Client.send(connect(), "POST " + url.getPath() + " HTTP/1.1\r\nContent-Length: 1000\r\n\r\n");
        }

        assertThat(Client.get(url).body()).isEqualTo(AUDIO);
    }

    @Test
    void doesNotBlockOthersByNotReading() throws Exception {
        URI large = host.publish(Recordings.wav(new byte[20 * 1024 * 1024])).url();
        for (int i = 0; i < 2 * Workers.THREADS; i++) {
            Client.send(connect(), "GET " + large.getPath() + " HTTP/1.1\r\n\r\n");
        }

        assertThat(Client.get(url).body()).isEqualTo(AUDIO);
    }

    @Test
    void isNotCutOffWhileItReadsSlowly() throws Exception {
        URI large = host.publish(Recordings.generated(1_000_000_000)).url();
        Socket slow = connect();
        slow.setReceiveBufferSize(64 * 1024);
        Client.send(slow, "GET " + large.getPath() + " HTTP/1.1\r\n\r\n");

        long begin = System.nanoTime();
        while (System.nanoTime() - begin < 3 * PATIENCE.toNanos()) {
            assertThat(slow.getInputStream().readNBytes(256 * 1024)).hasSize(256 * 1024);
            Thread.sleep(20);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = Client.connect(host.address());
        sockets.add(socket);
        return socket;
    }
}
