package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static io.voicecloner.cli.Ran.voicecloner;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A recording on the web: some providers fetch it themselves, for the others it is fetched and uploaded. */
class CloneFromUrlTest {
    private final AtomicInteger fetched = new AtomicInteger();
    private HttpServer web;

    @TempDir
    Path folder;

    @BeforeEach
    void serveTheRecording() throws IOException {
        byte[] recording = Files.readAllBytes(Path.of(SPEECH));
        web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.createContext("/speech.mp3", exchange -> {
            fetched.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "audio/mpeg");
            exchange.sendResponseHeaders(200, recording.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(recording);
            }
        });
        web.start();
    }

    @AfterEach
    void stop() {
        web.stop(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax", "novita", "highway", "proxy"})
    void a_url_is_cloned_by_every_provider_like_a_file(String provider) {
        Path preview = folder.resolve("preview.mp3");

        Ran ran = voicecloner(
                "clone",
                url("/speech.mp3"),
                "--emulator",
                "--provider",
                provider,
                "--text",
                "Hello.",
                "--output",
                preview.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith(provider + ":");
        assertThat(preview).hasSameBinaryContentAs(Path.of(SPEECH));
        assertThat(fetched).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax", "novita", "highway", "proxy"})
    void a_url_that_serves_nothing_makes_no_voice_whoever_fetches_it(String provider) {
        Ran ran = voicecloner("clone", url("/gone.mp3"), "--emulator", "--provider", provider, "--json");

        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.error().get("voiceMayExist").getAsBoolean()).isFalse();
        assertThat(fetched).hasValue(0);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + web.getAddress().getPort() + path;
    }
}
