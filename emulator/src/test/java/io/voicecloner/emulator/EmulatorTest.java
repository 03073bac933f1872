package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import standalone.Standalone;

class EmulatorTest {

    @Test
    void eachStartHasAPortAndAKeyOfItsOwn() {
        try (Emulator first = Emulator.start();
                Emulator second = Emulator.start()) {
            assertThat(first.baseUrls()).isNotEqualTo(second.baseUrls());
            assertThat(first.apiKey()).startsWith("emulator-").isNotEqualTo(second.apiKey());
        }
    }

    @Test
    void baseUrlsEndWithTheDocumentedPrefix() {
        try (Emulator emulator = Emulator.start()) {
            assertThat(emulator.baseUrls()).containsOnlyKeys("minimax", "novita", "highway", "proxy");
            assertThat(emulator.baseUrls().get("minimax")).asString().matches("http://127\\.0\\.0\\.1:\\d+/v1");
            assertThat(emulator.baseUrls().get("novita")).asString().matches("http://127\\.0\\.0\\.1:\\d+/v3");
            assertThat(emulator.baseUrls().get("highway")).asString().matches("http://127\\.0\\.0\\.1:\\d+/highway/v3");
            assertThat(emulator.baseUrls().get("proxy")).asString().matches("http://127\\.0\\.0\\.1:\\d+/minimax/v1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minimax", "proxy"})
    void propertiesNameProviderBaseUrlAndKey(String provider) {
        try (Emulator emulator = Emulator.builder().apiKey("my-key").start()) {
            assertThat(emulator.properties(provider))
                    .containsEntry("voicecloner.provider", provider)
                    .containsEntry(
                            "voicecloner." + provider + ".base-url",
                            String.valueOf(emulator.baseUrls().get(provider)))
                    .containsEntry("voicecloner." + provider + ".api-key", "my-key")
                    .containsEntry("voicecloner." + provider + ".rate", "unlimited")
                    .containsEntry("voicecloner.allow-loopback", "true")
                    .hasSize(5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"novita", "highway"})
    void propertiesOfAProviderThatTakesOnlyUrlsSwitchOnTheEmbeddedAudioHost(String provider) {
        try (Emulator emulator = Emulator.start()) {
            assertThat(emulator.properties(provider))
                    .containsEntry("voicecloner.provider", provider)
                    .containsEntry("voicecloner.audio-host.type", "embedded")
                    .hasSize(6);
        }
    }

    @Test
    void propertiesOfAnUnknownProviderListTheKnownOnes() {
        try (Emulator emulator = Emulator.start()) {
            assertThatThrownBy(() -> emulator.properties("acme"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("no provider \"acme\" is emulated, only minimax, novita, highway, proxy");
        }
    }

    @Test
    void timesComeFromTheGivenClock() throws Exception {
        Instant noon = Instant.parse("2026-01-02T12:00:00Z");
        try (Emulator emulator =
                Emulator.builder().clock(Clock.fixed(noon, ZoneOffset.UTC)).start()) {
            Client client = new Client(emulator);
            long id = client.fileId("voice_clone", Sounds.wav(10));
            client.miniMaxClone("{\"file_id\":" + id + ",\"voice_id\":\"MiniMax001\"}");
            assertThat(emulator.uploads()).extracting(ReceivedUpload::createdAt).containsExactly(noon);
            assertThat(emulator.voices()).extracting(EmulatedVoice::createdAt).containsExactly(noon);
            assertThat(emulator.requests()).extracting(ReceivedRequest::at).containsExactly(noon, noon);
        }
    }

    @Test
    void aTakenPortIsNamed() {
        try (Emulator first = Emulator.start()) {
            int port = port(first);
            assertThatThrownBy(() -> Emulator.builder().port(port).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + port);
        }
    }

    @Test
    void keysThatNoHeaderCanCarryAreRefused() {
        assertThatThrownBy(() -> Emulator.builder().apiKey("two words")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Emulator.builder().apiKey("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Emulator.builder().port(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void requestsAreRememberedWithoutTheKey() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            Client client = new Client(emulator);
            client.post("minimax", "/voice_clone?GroupId=7&leak=" + emulator.apiKey(), "{}");
            ReceivedRequest request = emulator.requests().get(0);
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.path()).isEqualTo("/v1/voice_clone");
            assertThat(request.query()).isEqualTo("GroupId=7&leak=***");
            assertThat(request.status()).isEqualTo(200);
            assertThat(request.contentType()).isEqualTo("application/json");
            assertThat(request.bodyBytes()).isEqualTo(2);
            assertThat(request.headerNames()).contains("authorization", "content-type");
            assertThat(request.toString()).doesNotContain(emulator.apiKey());
            assertThat(emulator.toString()).doesNotContain(emulator.apiKey());
        }
    }

    @Test
    void aRequestBrokenOffIsRememberedAsUnanswered() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            try (Socket socket = halfAnUpload(emulator)) {
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).isNotNull();
            }
            awaitRequests(emulator, 1);
            assertThat(emulator.requests()).extracting(ReceivedRequest::status).containsExactly(0);
            assertThat(emulator.uploads()).isEmpty();
        }
    }

    @Test
    void aCloneBrokenOffAndOneWithAWrongKeyAreNotCounted() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            String body = "{\"file_id\":1,\"voice_id\":\"MiniMax001\"}";
            try (Socket socket = cloneAnnouncing(emulator, emulator.apiKey(), body, body.length() + 1)) {
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).isNotNull();
            }
            try (Socket socket = cloneAnnouncing(emulator, "wrong", body, body.length())) {
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
            }
            awaitRequests(emulator, 2);
            assertThat(emulator.requests()).extracting(ReceivedRequest::status).containsExactly(0, 200);
            assertThat(emulator.createCount("MiniMax001")).isZero();
            try (Socket socket = cloneAnnouncing(emulator, emulator.apiKey(), body, body.length())) {
                socket.shutdownOutput();
                assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
            }
            assertThat(emulator.createCount("MiniMax001")).isEqualTo(1);
        }
    }

    @Test
    void closeFreesPortAndThreadsAndDeletesTheRecordings() throws Exception {
        Set<Path> before = temporaryDirectories();
        Emulator emulator = Emulator.start();
        new Client(emulator).fileId("voice_clone", Sounds.wav(10));
        Set<Path> during = temporaryDirectories();
        during.removeAll(before);
        assertThat(during).hasSize(1);
        try (Socket busy = halfAnUpload(emulator)) {
            emulator.close();
            assertThat(busy.isConnected()).isTrue();
        }

        assertThat(temporaryDirectories()).doesNotContainAnyElementsOf(during);
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("voicecloner-emulator"));
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port(emulator)).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void closeTwiceIsHarmlessAndTheSnapshotsStay() throws Exception {
        Emulator emulator = Emulator.start();
        new Client(emulator).fileId("voice_clone", Sounds.wav(10));
        emulator.close();
        emulator.close();
        assertThat(emulator.uploads()).hasSize(1);
        assertThat(emulator.requests()).hasSize(1);
    }

    @Test
    void anInterruptedThreadCanCloseToo() {
        Emulator emulator = Emulator.start();
        Thread.currentThread().interrupt();
        emulator.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port(emulator)).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void allThreadsAreDaemons() throws Exception {
        try (Emulator emulator = Emulator.start()) {
            new Client(emulator).fileId("voice_clone", Sounds.wav(10));
            assertThat(Thread.getAllStackTraces().keySet())
                    .filteredOn(thread -> thread.getName().contains("voicecloner-emulator"))
                    .isNotEmpty()
                    .allMatch(Thread::isDaemon);
        }
    }

    @Test
    void onTheClassPathWithoutJUnitAndWithoutALogItPrintsNothingAndCleansUpAtExit(@TempDir Path temporary)
            throws Exception {
        assertThat(runStandalone(
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        String.join(File.pathSeparator, classPathWithoutTestTools())))
                .isEmpty();
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void onTheModulePathWithoutJUnitAndWithoutALogItPrintsNothing() throws Exception {
        List<String> modules = classPathWithoutTestTools();
        String testClasses = modules.stream()
                .filter(entry -> entry.endsWith("test-classes"))
                .findFirst()
                .orElseThrow();
        modules.remove(testClasses);
        assertThat(runStandalone(
                        "--module-path",
                        String.join(File.pathSeparator, modules),
                        "--add-modules",
                        "io.voicecloner.emulator",
                        "-cp",
                        testClasses))
                .isEmpty();
    }

    private static List<String> classPathWithoutTestTools() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.matches(".*(junit|surefire|assertj|byte-buddy|opentest4j|apiguardian).*"))
                .collect(Collectors.toList());
    }

    private static String runStandalone(String... options) throws IOException, InterruptedException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = Stream.of(
                        Stream.of(java.toString()), Stream.of(options), Stream.of(Standalone.class.getName()))
                .flatMap(part -> part)
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(printed).isZero();
        return printed;
    }

    private static int port(Emulator emulator) {
        return Objects.requireNonNull(emulator.baseUrls().get("minimax")).getPort();
    }

    private static Socket halfAnUpload(Emulator emulator) throws IOException {
        URI base = Objects.requireNonNull(emulator.baseUrls().get("minimax"));
        Socket socket = new Socket(base.getHost(), base.getPort());
        String head = "POST /v1/files/upload HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nAuthorization: Bearer "
                + emulator.apiKey()
                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\nabc";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static Socket cloneAnnouncing(Emulator emulator, String key, String body, int length) throws IOException {
        URI base = Objects.requireNonNull(emulator.baseUrls().get("minimax"));
        Socket socket = new Socket(base.getHost(), base.getPort());
        String request = "POST /v1/voice_clone HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close"
                + "\r\nAuthorization: Bearer " + key + "\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n" + body;
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static void awaitRequests(Emulator emulator, int count) throws InterruptedException {
        for (int i = 0; i < 200 && emulator.requests().size() < count; i++) {
            Thread.sleep(10);
        }
    }

    private static Set<Path> temporaryDirectories() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName()
                            .toString()
                            .startsWith("voicecloner-emulator-"
                                    + ProcessHandle.current().pid() + "-"))
                    .collect(Collectors.toSet());
        }
    }
}
