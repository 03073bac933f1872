package io.voicecloner.host.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TakeDownTest {
    private static final byte[] AUDIO = Recordings.noise(20 * 1024 * 1024);

    private final Set<Thread> before = Thread.getAllStackTraces().keySet();
    private final AtomicInteger open = new AtomicInteger();
    private volatile int unread = AUDIO.length;
    private EmbeddedAudioHost host;

    @BeforeEach
    void start() throws IOException {
        host = EmbeddedAudioHost.start();
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void leavesNothingThatTellsItFromWhatNeverWasThere() throws Exception {
        AudioHost.Published published = host.publish(audio());
        String path = published.url().getPath();
        assertThat(Client.ask("HEAD", published.url()).statusCode()).isEqualTo(200);

        published.close();
        published.close();

        String known = Client.raw(host.address(), "GET " + path + " HTTP/1.1", "Connection: close");
        String unknown = Client.raw(host.address(), "GET /x" + path.substring(2) + " HTTP/1.1", "Connection: close");
        assertThat(known).startsWith("HTTP/1.1 404 ").endsWith("\r\n\r\n");
        assertThat(withoutDate(known)).isEqualTo(withoutDate(unknown)).contains("no-store");
        assertThat(Client.ask("HEAD", published.url()).statusCode()).isEqualTo(404);
    }

    @Test
    void breaksOffATransferUnderWay() throws Exception {
        AudioHost.Published published = host.publish(audio());
        try (Socket slow = slowReader(published.url())) {
            published.close();

            assertBrokenOff(slow);
            assertThat(Client.get(published.url()).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void leavesTransfersOfOtherRecordingsAlone() throws Exception {
        AudioHost.Published first = host.publish(audio());
        AudioHost.Published second = host.publish(audio());
        try (Socket slow = slowReader(second.url())) {
            first.close();

            byte[] answer = slow.getInputStream().readAllBytes();
            assertThat(answer).hasSizeGreaterThan(AUDIO.length).endsWith(lastBytes());
        }
    }

    @Test
    void ofTheHostBreaksOffEverythingAndGivesThePortBack() throws Exception {
        AudioHost.Published published = host.publish(audio());
        try (Socket slow = slowReader(published.url())) {
            host.close();

            assertBrokenOff(slow);
        }
        assertThatIOException().isThrownBy(() -> Client.get(published.url()));
        EmbeddedAudioHost.start(host.address(), URI.create("https://audio.example"))
                .close();
    }

    @Test
    void ofTheHostLeavesNoThread() throws Exception {
        Client.get(host.publish(Recordings.wav(new byte[10])).url());
        assertThat(ours()).isNotEmpty().allMatch(Thread::isDaemon);
        assertThat(ours().stream().map(Thread::getName).filter(name -> name.startsWith("voicecloner-")))
                .hasSizeGreaterThan(1)
                .allMatch(name -> name.matches("voicecloner-audio-host-[0-9]+"));

        host.close();
        host.close();

        Eventually.holds(() -> ours().isEmpty());
    }

    @Test
    void ofTheHostIsCompleteEvenIfTheCallerIsInterrupted() throws Exception {
        Thread.currentThread().interrupt();

        host.close();

        assertThat(Thread.interrupted()).isTrue();
        Eventually.holds(() -> ours().isEmpty());
    }

    @Test
    void ofTheHostIsFinal() {
        host.close();

        assertThatIOException().isThrownBy(() -> host.publish(audio())).withMessage("the audio host is closed");
    }

    /** Somebody who reads the status line, and then nothing until the server can send no more. */
    private Socket slowReader(URI url) throws Exception {
        Socket socket = Client.connect(host.address());
        Client.send(socket, "GET " + url.getPath() + " HTTP/1.1\r\nConnection: close\r\n\r\n");
        assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
        for (int left = -1; left != unread; Thread.sleep(100)) {
            left = unread;
        }
        assertThat(unread).isPositive();
        return socket;
    }

    private void assertBrokenOff(Socket slow) throws Exception {
        Eventually.holds(() -> open.get() == 0);
        long received = 0;
        try {
            received = slow.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (SocketException reset) {
            assertThat(reset).isNotInstanceOf(SocketTimeoutException.class);
        }
        assertThat(received).isLessThan(AUDIO.length);
    }

    private PreparedAudio.Content audio() {
        return new PreparedAudio.Content(AudioFormat.WAV, AUDIO.length, () -> {
            open.incrementAndGet();
            return new ByteArrayInputStream(AUDIO) {
                @Override
                public synchronized int read(byte[] buffer, int offset, int length) {
                    int count = super.read(buffer, offset, length);
                    unread = available();
                    return count;
                }

                @Override
                public void close() {
                    open.decrementAndGet();
                }
            };
        });
    }

    /** The threads this host brought with it: its own, and those of the JDK's server. */
    private List<Thread> ours() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread))
                .filter(thread ->
                        thread.getName().matches("voicecloner-.*|HTTP-Dispatcher|.*-timeout-task|server-timer"))
                .toList();
    }

    private static byte[] lastBytes() {
        return Arrays.copyOfRange(AUDIO, AUDIO.length - 100, AUDIO.length);
    }

    private static String withoutDate(String answer) {
        return answer.replaceAll("Date: [^\r]*", "");
    }
}
