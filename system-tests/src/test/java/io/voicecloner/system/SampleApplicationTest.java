package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/sample-application as maven-shade-plugin packs it: one jar with all four providers in it, one word of configuration between them. */
@Tag("packaged")
class SampleApplicationTest {
    private static final Path PROJECT = Project.ROOT.resolve("docs/sample-application");
    private static final Path JAR = PROJECT.resolve("target/speak-in-my-voice.jar");
    private static final Path SPEECH = Project.SAMPLES.resolve("speech.mp3");
    private static final String LOST = "lost";

    /** The pauses before MiniMax is asked again are real in another process, and up to 20 s long. Novita is not asked again anyway. */
    private static final String ONCE = "-Dvoicecloner.minimax.attempts=1";

    @TempDir
    Path directory;

    @EveryProvider
    void clonesWithNothingButItsConfigurationBesideIt(String provider) throws Exception {
        try (Emulator emulator = Emulator.start()) {
            name(provider);
            Map<String, String> environment = environment(emulator);

            ForkedJvm.Result first = run(SPEECH, environment);
            long requests = emulator.requestCount();
            ForkedJvm.Result again = run(SPEECH, environment);

            assertThat(first.output()).startsWith("Your voice is ready: " + provider + ':');
            assertThat(first.exitCode()).isZero();
            assertThat(me()).containsExactly("preview.mp3", "voice.txt");
            assertThat(first.output().strip()).endsWith(Files.readString(directory.resolve("me/voice.txt")));
            assertThat(directory.resolve("me/preview.mp3")).hasSameBinaryContentAs(SPEECH);
            assertThat(emulator.voices())
                    .singleElement()
                    .satisfies(voice -> assertThat(voice.provider()).isEqualTo(provider));
            assertThat(again).isEqualTo(first);
            assertThat(emulator.requestCount()).isEqualTo(requests);
        }
    }

    @EveryProvider
    void theConfigurationThatIsCopiedIsRightForEach(String provider) {
        try (VoiceCloner cloner = VoiceCloners.builder()
                .config(PROJECT.resolve("voicecloner.conf"))
                .override("voicecloner.provider", provider)
                .override("voicecloner." + provider + ".api-key", "12345678")
                .override("voicecloner.audio-host.public-base-url", "https://audio.example.com")
                .build()) {
            assertThat(cloner.check(CloneRequest.of(AudioSource.file(SPEECH))).violations())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax", "novita"})
    void afterAnOutcomeThatNobodyKnowsNothingIsSentAgain(String provider) throws Exception {
        name(provider);
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = server(200, LOST, requests);
        try {
            ForkedJvm.Result first = runAsking(ONCE, environment(server));
            int sent = requests.get();
            ForkedJvm.Result again = run(SPEECH, environment(server));

            assertThat(first.output()).contains("may exist").contains("we lost track of it");
            assertThat(first.exitCode()).isEqualTo(4);
            assertThat(me()).containsExactly("voice.pending");
            assertThat(again.exitCode()).isEqualTo(4);
            assertThat(requests).hasValue(sent);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void whoseTextIsRefusedAfterTheVoiceWasMadeKeepsTheVoiceWithoutAPreview() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            name("minimax");
            scriptUnsafePreview(emulator);

            ForkedJvm.Result first = run(SPEECH, environment(emulator));
            long requests = emulator.requestCount();
            ForkedJvm.Result again = run(SPEECH, environment(emulator));

            String ready = "Your voice is ready, without a preview: minimax:";
            assertThat(first.output()).contains(ready, "found the speech of the preview unsafe");
            assertThat(first.exitCode()).isZero();
            assertThat(me()).containsExactly("voice.txt");
            assertThat(emulator.voices())
                    .singleElement()
                    .satisfies(voice -> assertThat(Files.readString(directory.resolve("me/voice.txt")))
                            .isEqualTo("minimax:" + voice.voiceId()));
            assertThat(again.output()).startsWith(ready);
            assertThat(again.exitCode()).isZero();
            assertThat(emulator.requestCount()).isEqualTo(requests);
        }
    }

    @Test
    void whoseTextIsRefusedWhereNobodyMayAskAgainReadsThatAndNothingIsSentAgain() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            name("minimax");
            scriptUnsafePreview(emulator);

            ForkedJvm.Result first = runAsking("-Dvoicecloner.minimax.on-ambiguity=fail", environment(emulator));
            long requests = emulator.requestCount();
            ForkedJvm.Result again = run(SPEECH, environment(emulator));

            assertThat(first.output()).contains("was found unsafe").doesNotContain("we lost track of it");
            assertThat(first.exitCode()).isEqualTo(4);
            assertThat(me()).containsExactly("voice.pending");
            assertThat(again.exitCode()).isEqualTo(4);
            assertThat(emulator.voices()).hasSize(1);
            assertThat(emulator.requestCount()).isEqualTo(requests);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 0, 3, Next try in 20 s.",
        "500, 0, 4, we lost track of it",
        "200, 1026, 1, was found unsafe",
        "200, 1008, 2, it is our fault",
        "401, 1004, 2, it is our fault"
    })
    void whatTheProviderRefusesIsToldToThoseWhoCanMendIt(int status, int code, int exitCode, String text)
            throws Exception {
        name("minimax");
        String refusal = "{\"base_resp\":{\"status_code\":%d,\"status_msg\":\"no\"}}".formatted(code);
        HttpServer server = server(status, refusal, new AtomicInteger());
        try {
            ForkedJvm.Result result = runAsking(ONCE, environment(server));

            assertThat(result.output()).contains(text).doesNotContain("key-of-a-test");
            assertThat(result.exitCode()).isEqualTo(exitCode);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void anotherProviderTakesOverByOneLineOfConfiguration() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            name("minimax");
            Map<String, String> environment = environment(emulator);
            environment.put("MINIMAX_BASE_URL", "http://127.0.0.1:" + portOfNobody() + "/v1");

            ForkedJvm.Result alone = runAsking(ONCE, environment);
            long requestsAlone = emulator.requestCount();
            addFallback();
            ForkedJvm.Result followed = runAsking(ONCE, environment);

            assertThat(alone.output()).contains("That did not work. We will try again.");
            assertThat(alone.exitCode()).isEqualTo(3);
            assertThat(requestsAlone).isZero();
            assertThat(followed.output()).contains("Not made by minimax: ", "Your voice is ready: novita:");
            assertThat(followed.exitCode()).isZero();
            assertThat(me()).containsExactly("preview.mp3", "voice.txt");
            assertThat(Files.readString(directory.resolve("me/voice.txt"))).startsWith("novita:");
            assertThat(emulator.voices())
                    .singleElement()
                    .satisfies(voice -> assertThat(voice.provider()).isEqualTo("novita"));
        }
    }

    @Test
    void nobodyTakesOverAfterAnOutcomeThatNobodyKnows() throws Exception {
        name("minimax");
        addFallback();
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = server(200, LOST, requests);
        try {
            ForkedJvm.Result result = runAsking(ONCE, environment(server));

            assertThat(result.output()).contains("may exist").contains("we lost track of it");
            assertThat(result.exitCode()).isEqualTo(4);
            // Its upload and its clone; Novita listens there too.
            assertThat(requests).hasValue(2);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aRecordingThatIsTooShortIsThePersonsToChange() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            name("minimax");

            ForkedJvm.Result result = run(Project.SAMPLES.resolve("prompt.mp3"), environment(emulator));

            assertThat(result.output()).contains("Please change this.");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(me()).isEmpty();
            assertThat(emulator.requestCount()).isZero();
        }
    }

    @Test
    void withNothingConfiguredItSaysWhatThereIs() throws Exception {
        ForkedJvm.Result result = run(SPEECH, Map.of());

        assertThat(result.output()).contains("No provider is named", "highway, minimax, novita, proxy");
        assertThat(result.exitCode()).isEqualTo(2);
    }

    @Test
    void thePageOnSwitchingShowsItsTransformers() throws IOException {
        String shown =
                Page.of("docs/switching.md").section("Where the jars lie").block("xml");

        assertThat(Files.readString(PROJECT.resolve("pom.xml"))).containsIgnoringWhitespaces(shown);
    }

    /** The configuration that people copy, with one word changed. */
    private void name(String provider) throws IOException {
        String shipped = Files.readString(PROJECT.resolve("voicecloner.conf"));
        assertThat(shipped).containsOnlyOnce("provider = minimax ");
        Files.writeString(
                directory.resolve("voicecloner.conf"),
                shipped.replace("provider = minimax ", "provider = " + provider + ' '));
    }

    /** The one line: it stands there already, as a comment. */
    private void addFallback() throws IOException {
        Path file = directory.resolve("voicecloner.conf");
        String before = Files.readString(file);
        assertThat(before).containsOnlyOnce("# fallbacks = [novita]");
        Files.writeString(file, before.replace("# fallbacks = [novita]", "fallbacks = [novita]"));
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private ForkedJvm.Result run(Path recording, Map<String, String> environment) throws Exception {
        return run(List.of(), recording, environment);
    }

    /** With another setting about asking again, as a system property. */
    private ForkedJvm.Result runAsking(String setting, Map<String, String> environment) throws Exception {
        return run(List.of(setting), SPEECH, environment);
    }

    private ForkedJvm.Result run(List<String> settings, Path recording, Map<String, String> environment)
            throws Exception {
        assertThat(JAR).as("made by the package phase: mvn verify").exists();
        List<String> arguments = new ArrayList<>(settings);
        arguments.addAll(List.of("-jar", JAR.toString(), recording.toString(), "Hello.", "me"));
        return ForkedJvm.run(arguments, directory, environment);
    }

    private static void scriptUnsafePreview(Emulator emulator) {
        emulator.script(
                "minimax",
                "voice_clone",
                Fault.code(1027, "output new_sensitive").afterActing());
    }

    private List<String> me() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("me"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** The same for every provider. */
    private static Map<String, String> environment(Emulator emulator) {
        Map<String, String> environment = new Emulated(emulator, "").everywhere();
        environment.remove("VOICECLONER_AUDIO_HOST");
        return environment;
    }

    private static Map<String, String> environment(HttpServer server) {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return Map.of(
                "MINIMAX_API_KEY", "key-of-a-test",
                "MINIMAX_BASE_URL", url,
                "NOVITA_API_KEY", "key-of-a-test",
                "NOVITA_BASE_URL", url,
                "VOICECLONER_ALLOW_LOOPBACK", "true");
    }

    /** Takes uploads, and answers a clone with this, or takes it and hangs up. */
    private static HttpServer server(int status, String body, AtomicInteger requests) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestURI().getPath().endsWith("/upload")) {
                answer(
                        exchange,
                        200,
                        "{\"file\":{\"file_id\":1},\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"}}");
            } else if (!body.equals(LOST)) {
                answer(exchange, status, body);
            }
            exchange.close();
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.getResponseHeaders().add("Retry-After", "20");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
