package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.DownloadException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from addresses that somebody else chose. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class GuardedDownloaderTest {
    private static final long MAX = 1_000;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final GuardedDownloader downloader = new GuardedDownloader(null, true);
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        downloader.close();
        server.close();
    }

    @Test
    @Tag("S10")
    void aFileArrivesWithoutAnythingThatNamesTheCaller() {
        server.then(ScriptedServer.answer("200 OK", "Content-Type: audio/mpeg\r\n", "ID3 sound"));
        assertThat(download("/a.mp3?signature=x")).isEqualTo(9);
        assertThat(file.toString(StandardCharsets.UTF_8)).isEqualTo("ID3 sound");
        assertThat(server.heads().get(0).toLowerCase(Locale.ROOT))
                .startsWith("get /a.mp3?signature=x http/1.1")
                .contains("accept-encoding: identity")
                .doesNotContain("authorization", "cookie", "referer");
    }

    @Test
    void aFileOfTheLongestLengthArrives() {
        server.then(ScriptedServer.answer("200 OK", "", "x".repeat((int) MAX)));
        assertThat(download("/")).isEqualTo(MAX);
    }

    @Test
    void aLongerOneIsRefusedByWhatItsHeadSays() {
        server.then(ScriptedServer.answer("200 OK", "", "x".repeat((int) MAX + 1)));
        assertThat(failure("/").reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(file.size()).isZero();
    }

    @Test
    void anEndlessOneIsRefusedOnceItIsTooLong() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\n\r\n");
            while (true) {
                conversation.write("x".repeat(4_096));
            }
        });
        assertThat(failure("/").reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat((long) file.size()).isLessThanOrEqualTo(MAX);
    }

    @ParameterizedTest
    @CsvSource({
        "401, EXPIRED",
        "403, EXPIRED",
        "404, EXPIRED",
        "410, EXPIRED",
        "500, PROVIDER_FAULT",
        "503, PROVIDER_FAULT",
        "206, PROVIDER_FAULT",
        "304, PROVIDER_FAULT",
        "408, PROVIDER_FAULT",
        "416, PROVIDER_FAULT"
    })
    void aStatusOtherThan200IsAFailure(int status, Reason reason) {
        server.then(ScriptedServer.answer(status + " Status", "Retry-After: 0\r\n", status == 304 ? "" : "x"));
        assertThat(failure("/").reason()).isEqualTo(reason);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: text/html               | <html>",
                "Content-Type: text/plain              | sound",
                "Content-Type: application/json        | sound",
                "Content-Type: application/problem+json| sound",
                "Content-Type: application/xml         | sound",
                "Content-Type: audio/mpeg              | <html>",
                "Content-Type: audio/mpeg              | {\"code\":403}",
                "X-No-Type: 1                          | <Error><Code>AccessDenied</Code></Error>",
            })
    void aPageInPlaceOfAFileIsNotAudio(String header, String body) {
        server.then(ScriptedServer.answer("200 OK", header.strip() + "\r\n", body));
        assertThat(failure("/").reason()).isEqualTo(Reason.NOT_AUDIO);
        assertThat(file.size()).isZero();
    }

    @Test
    void anEncodedFileIsNotDecoded() {
        server.then(ScriptedServer.answer("200 OK", "Content-Encoding: gzip\r\n", "sound"));
        assertThat(failure("/").reason()).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nsound",
                "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nsound\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nsound",
                "garbage",
                "",
            })
    void aFileThatIsNotWholeIsIncomplete(String answer) {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write(answer);
        });
        assertThat(failure("/").reason()).isEqualTo(Reason.INCOMPLETE);
    }

    @Test
    void aRefusedConnectionIsNotCalledAnIncompleteFile() throws Exception {
        URI nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/");
        }
        assertThat(failure(nobody).reason()).isEqualTo(Reason.CONNECT);
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNotCalledAnIncompleteFile() {
        server.then(conversation -> conversation.write("220 mail.example ESMTP\r\n"));
        URI https = URI.create(server.uri("/").toString().replace("http:", "https:"));
        assertThat(failure(https).reason()).isEqualTo(Reason.TLS);
    }

    @Test
    void aTargetThatCannotBeWrittenIsAFailureOfTheOutput() {
        server.then(ScriptedServer.answer("200 OK", "", "sound")).then(ScriptedServer.answer("200 OK", "", "sound"));
        assertThat(failure(() -> {
                            throw new IOException("no such directory");
                        })
                        .reason())
                .isEqualTo(Reason.OUTPUT);
        assertThat(failure(() -> new OutputStream() {
                            @Override
                            public void write(int b) throws IOException {
                                throw new IOException("disk full");
                            }
                        })
                        .reason())
                .isEqualTo(Reason.OUTPUT);
    }

    @Test
    @Tag("S13")
    void noMessageQuotesTheAddress() {
        StringWriter everything = new StringWriter();
        failure("/CANARY?signature=CANARY").printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain("CANARY");
    }

    private long download(String path) {
        return downloader.download(server.uri(path), Step.DOWNLOAD, MAX, scope(), () -> file);
    }

    private DownloadException failure(String path) {
        return failure(server.uri(path));
    }

    private DownloadException failure(URI address) {
        return catchThrowableOfType(
                DownloadException.class, () -> downloader.download(address, Step.DOWNLOAD, MAX, scope(), () -> file));
    }

    private DownloadException failure(GuardedDownloader.Target target) {
        return catchThrowableOfType(
                DownloadException.class,
                () -> downloader.download(server.uri("/"), Step.DOWNLOAD, MAX, scope(), target));
    }

    private static CallScope scope() {
        return CallScope.of("fake", Duration.ofSeconds(30));
    }
}
