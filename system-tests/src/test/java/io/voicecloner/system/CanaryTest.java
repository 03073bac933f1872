package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.OnAmbiguity;
import io.voicecloner.Preview;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.http.OkHttpCustomizer;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.testkit.EmulatorHost;
import io.voicecloner.testkit.ProviderHost;
import io.voicecloner.testkit.Trouble;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import okhttp3.Credentials;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Keys, signatures and other secrets are planted wherever the library takes one, everything that can go wrong is made to go wrong, and of all
 * that could be read of it afterwards nothing holds one: exceptions with their causes, logs of every library, events, values, JSON, threads.
 * The one place where a secret may be read is {@link Preview#uri}, which is asked for.
 */
@Tag("S11")
@Tag("S12")
@Tag("S13")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class CanaryTest {
    private static final String KEY = Canary.key("key");
    private static final String SIGNATURE = Canary.signature("audio");
    private static final AudioSource SPEECH = AudioSource.file(Project.SAMPLES.resolve("speech.mp3"));
    private static final AudioSource PROMPT = AudioSource.file(Project.SAMPLES.resolve("prompt.mp3"));

    private Printed printed;

    @TempDir
    Path directory;

    @BeforeEach
    void read() {
        printed = new Printed();
    }

    @AfterEach
    void stopReading() {
        printed.close();
    }

    private void expectNoSecret(String... others) {
        printed.close();
        printed.expectNo(Canary.and(others));
    }

    @EveryProvider
    void nothingThatAProviderRepeatsCanBeRead(String provider) {
        try (Repeating host = new Repeating();
                WireServer web = recordings()) {
            for (String route : List.of("", "voice_clone", "minimax-voice-cloning")) {
                for (Repeating.Place place : Repeating.Place.values()) {
                    host.repeat(route, place);
                    clone(properties(provider, host.baseUrl()), signed(web));
                }
            }
        }
        expectNoSecret();
        assertThat(printed.lengths()).containsKeys("exceptions", "stack traces", "events", "log", "thread names");
    }

    @EveryProvider
    void nothingThatAProviderRepeatsOfAPublishedRecordingCanBeRead(String provider) {
        try (Repeating host = new Repeating()) {
            for (Repeating.Place place : Repeating.Place.values()) {
                host.repeat("cloning", place);
                clone(properties(provider, host.baseUrl()), CloneRequest.of(SPEECH), published());
            }
        }
        expectNoSecret();
    }

    @EveryProvider
    void noTroubleShowsASecret(String provider) throws Exception {
        for (Trouble trouble : Trouble.values()) {
            try (ProviderHost host = EmulatorHost.of(provider)) {
                if (host.can(trouble)) {
                    host.next(trouble);
                    host.next(trouble);
                    meet(host, trouble);
                    printed.print("exceptions", host.said());
                }
                printed.expectNo(Canary.and(host.apiKey(), "5eCrEt-of"));
            }
        }
        expectNoSecret();
    }

    private void meet(ProviderHost host, Trouble trouble) {
        Map<String, String> properties = new HashMap<>(host.properties());
        properties.put("voicecloner." + host.provider() + ".attempts", "2");
        Duration deadline = trouble == Trouble.SLOW ? Duration.ofMillis(800) : Duration.ofMinutes(5);
        CloneRequest request = CloneRequest.of(host.recording()).withPreview("Good morning.");
        try (VoiceCloner cloner = builder(properties).build()) {
            clone(cloner, request.withDeadline(deadline));
        }
    }

    @EveryProvider
    void aVoiceThatWasMadeShowsNoSecret(String provider) throws Exception {
        try (Emulator emulator = Emulator.builder().apiKey(KEY).start();
                WireServer web = recordings();
                VoiceCloner cloner = builder(emulator.properties(provider)).build()) {
            for (CloneRequest request :
                    List.of(signed(web), CloneRequest.of(SPEECH).withPrompt(PROMPT, "So it is."))) {
                ClonedVoice voice =
                        clone(cloner, request.withPreview("Good morning.")).orElseThrow();
                cloner.download(voice.preview().orElseThrow(), directory.resolve("preview.mp3"));
                printed.show("values", cloner.check(request));
                printed.show("values", cloner.cloneVoiceAsync(request).get(20, TimeUnit.SECONDS));
            }
            CompletableFuture<ClonedVoice> given = cloner.cloneVoiceAsync(signed(web));
            given.cancel(true);
            printed.print("values", given);
            printed.print("values", cloner);
            printed.show("values", cloner.capabilities());
        }
        expectNoSecret();
    }

    @EveryProvider
    void noPreviewThatCannotBeHadShowsItsAddress(String provider) {
        try (WireServer web =
                        new WireServer(request -> previewOf(request.query().orElse(""), request.path()));
                VoiceCloner cloner =
                        builder(properties(provider, web.uri("/v1"))).build()) {
            for (String fate : List.of(
                    "gone", "page", "loop", "private", "insecure", "nowhere", "noise", "cut", "bad-chunk", "empty")) {
                URI address = web.uri("/preview/" + fate + "?" + Canary.signature("preview"));
                show(catchThrowable(() -> cloner.download(Preview.of(address), directory.resolve(fate))));
                printed.print("values", Preview.of(address));
            }
        }
        expectNoSecret();
    }

    private static Reply previewOf(String query, String path) {
        String words = String.join(" ", Repeating.spellings("https://media.example/preview.mp3?" + query));
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "gone" -> Reply.of(404, "text/html", words);
            case "page" -> Reply.of(200, "text/html", words);
            case "loop" -> Reply.of(302, "text/html", words, "Location: " + path + "?" + query);
            case "private" -> Reply.of(302, "text/html", words, "Location: https://10.0.0.1/x?" + query);
            case "insecure" -> Reply.of(302, "text/html", words, "Location: http://media.example/x?" + query);
            case "nowhere" -> Reply.of(302, "text/html", words, "Location: gopher://" + query);
            case "noise" -> Reply.bytes((words + "\r\n\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case "bad-chunk" ->
                Reply.bytes(("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\nTransfer-Encoding: chunked\r\n\r\n" + words
                                + "\r\n")
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            case "cut" ->
                Reply.bytes("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nx"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
            default -> Reply.of(200, "audio/mpeg", "");
        };
    }

    @Test
    void noRecordingThatCannotBeFetchedShowsItsAddress() {
        try (WireServer web =
                        new WireServer(request -> previewOf(request.query().orElse(""), request.path()));
                WireServer provider = new WireServer(request -> Reply.end());
                VoiceCloner cloner =
                        builder(properties("minimax", provider.uri("/v1"))).build()) {
            for (String fate : List.of("gone", "page", "loop", "private", "insecure", "nowhere", "noise", "cut")) {
                clone(cloner, CloneRequest.of(AudioSource.url(web.uri("/" + fate + "?" + SIGNATURE))));
            }
        }
        expectNoSecret();
    }

    @Test
    void noBucketThatRepeatsItsRequestShowsASecret() {
        try (WireServer bucket = new WireServer(request -> Reply.of(
                        request.method().equals("PUT") ? 403 : 500,
                        "application/xml",
                        "<Error><Code>" + request.header("x-amz-security-token") + "</Code><Message>"
                                + request.header("Authorization") + ' ' + request.header("x-amz-security-token")
                                + "</Message><RequestId>" + request.header("x-amz-security-token")
                                + "</RequestId></Error>"));
                WireServer provider = new WireServer(request -> Reply.end())) {
            Map<String, String> properties = new HashMap<>(properties("novita", provider.uri("/v1")));
            properties.put("voicecloner.audio-host.type", "s3");
            properties.put("voicecloner.audio-host.endpoint", bucket.uri("").toString());
            properties.put("voicecloner.audio-host.bucket", "recordings");
            properties.put("voicecloner.audio-host.access-key", "AKIDEXAMPLE");
            properties.put("voicecloner.audio-host.secret-key", Canary.key("secret"));
            properties.put("voicecloner.audio-host.session-token", Canary.token("session"));
            clone(properties, CloneRequest.of(SPEECH));
        }
        expectNoSecret();
    }

    @Test
    void noPasswordOfAProxyCanBeRead() {
        String words = Credentials.basic("us", Canary.key("proxy"));
        try (WireServer proxy = new WireServer(request -> Reply.of(
                request.header("Proxy-Authorization").isEmpty() ? 407 : 502,
                "text/html",
                "<p>" + request.header("Proxy-Authorization") + "</p>",
                "Proxy-Authenticate: Basic realm=\"" + request.header("Proxy-Authorization") + '"'))) {
            HandshakeCertificates nobody = new HandshakeCertificates.Builder().build();
            ProviderSettings settings = ProviderSettings.of(KEY)
                    .withBaseUrl(URI.create("https://api.example/v1"))
                    .withAttempts(1)
                    .withTls(nobody.sslSocketFactory(), nobody.trustManager())
                    .withHttpProxy("127.0.0.1", proxy.uri("").getPort())
                    .withHttpCustomizer(OkHttpCustomizer.of(client -> client.proxyAuthenticator(
                            (route, response) -> response.request().header("Proxy-Authorization") != null
                                    ? null
                                    : response.request()
                                            .newBuilder()
                                            .header("Proxy-Authorization", words)
                                            .build())));
            printed.show("values", settings);
            printed.show("values", settings.tls().orElseThrow());
            try (VoiceCloner cloner = VoiceCloners.open("minimax", settings)) {
                clone(cloner, CloneRequest.of(SPEECH));
            }
            assertThat(proxy.received())
                    .anySatisfy(request ->
                            assertThat(request.header("Proxy-Authorization")).containsExactly(words));
        }
        expectNoSecret();
    }

    @EveryProvider
    void noConfigurationThatCannotBeUsedShowsASecret(String provider) throws Exception {
        Path keyFile = Files.writeString(directory.resolve("key"), KEY + "\n\n" + KEY);
        String block = "voicecloner." + provider + '.';
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(block + "api-key", KEY + "\n");
        wrong.put(block + "api-key-file", keyFile.toString());
        wrong.put(block + "base-url", "https://us:" + Canary.token("password") + "@api.example/v1?" + SIGNATURE);
        wrong.put(block + "http-proxy", "us:" + Canary.token("password") + "@proxy.example:80");
        wrong.put(block + "connect-timeout", KEY);
        wrong.put(block + "rate", KEY);
        wrong.put(block + "max-audio-size", KEY);
        wrong.put(block + "duration-check", KEY);
        wrong.put(block + "attempts", KEY);
        wrong.put("voicecloner.allow-loopback", KEY);
        wrong.put("voicecloner.audio-host.public-base-url", "https://us:" + Canary.token("p") + "@a.example");
        wrong.put("voicecloner.audio-host.type", "embedded");
        wrong.forEach((name, value) -> {
            Map<String, String> properties = properties(provider, URI.create("http://127.0.0.1:1/v1"));
            if (name.endsWith("-file")) {
                properties.remove(block + "api-key");
            }
            properties.put(name, value);
            clone(properties, CloneRequest.of(SPEECH));
        });
        clone(wrong, CloneRequest.of(SPEECH));
        ProviderSettings settings = ProviderSettings.of(() -> {
                    throw new IllegalStateException("the vault said " + KEY);
                })
                .withBaseUrl(URI.create("http://127.0.0.1:1/v1"))
                .withLoopbackAllowed(true);
        try (VoiceCloner cloner = VoiceCloners.open(provider, settings)) {
            clone(cloner, CloneRequest.of(AudioSource.url(URI.create("http://127.0.0.1:1/a.mp3?" + SIGNATURE))));
        }
        expectNoSecret();
    }

    @Test
    void whatIsAskedForAndHowShowsNoSecret() {
        URI signed = URI.create("https://us:" + Canary.token("password") + "@media.example/speech.mp3?" + SIGNATURE);
        CloneRequest request =
                CloneRequest.of(AudioSource.url(signed)).withPrompt(AudioSource.url(signed), "So it is.");
        printed.print("values", request);
        printed.print("values", request.audio());
        printed.print("values", request.prompt());
        printed.print("values", new PreparedAudio.Location(signed));
        printed.print("values", Preview.of(signed));
        printed.print(
                "values",
                ProviderSettings.of(KEY)
                        .withOption("group-id", KEY)
                        .withOption("token", KEY)
                        .withOnAmbiguity(OnAmbiguity.FAIL));
        expectNoSecret();
    }

    @EveryProvider
    void theCommandLinePrintsNoSecret(String provider) throws Exception {
        try (Emulator emulator = Emulator.builder().apiKey(KEY).start();
                WireServer web = recordings();
                Repeating host = new Repeating()) {
            Map<String, String> emulated = new Emulated(emulator, provider).everywhere();
            emulated.put("VOICECLONER_PROVIDER", provider);
            String recording = web.uri("/speech.mp3?" + SIGNATURE).toString();
            String saved = directory.resolve("preview.mp3").toString();
            Map<String, String> repeated = new HashMap<>(emulated);
            repeated.replaceAll(
                    (name, value) -> name.endsWith("BASE_URL") ? host.baseUrl().toString() : value);
            host.repeat("", Repeating.Place.NUMBER);
            voicecloner(0, emulated, recording, "--text", "Good morning.", "--output", saved, "--json", "--verbose");
            voicecloner(8, repeated, recording, "--text", "Good morning.", "--output", saved, "--json", "--verbose");
        }
        expectNoSecret();
    }

    private void voicecloner(int least, Map<String, String> environment, String... arguments) throws Exception {
        Map<String, String> everything = new HashMap<>(environment);
        everything.put("VOICECLONER_DEBUG", "1");
        List<String> command = new java.util.ArrayList<>(List.of(
                "-cp",
                String.join(File.pathSeparator, Project.classPath()),
                "io.voicecloner.cli.Main",
                "clone",
                "--provider",
                environment.get("VOICECLONER_PROVIDER")));
        command.addAll(List.of(arguments));
        ForkedJvm.Result result = ForkedJvm.run(command, directory, everything);
        printed.print("command line", result.output());
        assertThat(result.exitCode()).as(result.output()).isGreaterThanOrEqualTo(least);
    }

    private static Map<String, String> properties(String provider, URI baseUrl) {
        Map<String, String> properties = new HashMap<>();
        properties.put("voicecloner.provider", provider);
        properties.put("voicecloner." + provider + ".base-url", baseUrl.toString());
        properties.put("voicecloner." + provider + ".api-key", KEY);
        properties.put("voicecloner." + provider + ".rate", "unlimited");
        properties.put("voicecloner." + provider + ".attempts", "1");
        properties.put("voicecloner.allow-loopback", "true");
        return properties;
    }

    private VoiceCloners.Builder builder(Map<String, String> properties) {
        SetForwardTime time = new SetForwardTime();
        time.hurry();
        return VoiceCloners.builder().properties(properties).time(time).listener(printed);
    }

    private void clone(Map<String, String> properties, CloneRequest request) {
        try (VoiceCloner cloner = builder(properties).build()) {
            clone(cloner, request);
        } catch (VoiceClonerException e) {
            show(e);
        }
    }

    private void clone(Map<String, String> properties, CloneRequest request, AudioHost host) {
        try (VoiceCloner cloner = builder(properties).audioHost(host).build()) {
            clone(cloner, request);
        }
    }

    private java.util.Optional<ClonedVoice> clone(VoiceCloner cloner, CloneRequest request) {
        try {
            ClonedVoice voice = cloner.cloneVoice(request);
            printed.show("values", voice);
            printed.show("values", voice.ref());
            return java.util.Optional.of(voice);
        } catch (RuntimeException e) {
            show(e);
            return java.util.Optional.empty();
        } finally {
            printed.print("values", request);
            printed.print("values", cloner);
        }
    }

    private void show(Throwable failure) {
        printed.show("exceptions", failure);
        if (failure instanceof VoiceClonerException ours) {
            printed.show("exceptions", ours.report());
            printed.print("exceptions", ours.report().summary());
        }
    }

    private static CloneRequest signed(WireServer web) {
        return CloneRequest.of(AudioSource.url(web.uri("/speech.mp3?" + SIGNATURE)));
    }

    private static WireServer recordings() {
        return new WireServer(request -> Reply.bytes(
                Reply.message(200, "audio/mpeg", Files.readAllBytes(Project.SAMPLES.resolve("speech.mp3")))));
    }

    /** A host whose addresses are not signed, but cannot be guessed. */
    private static AudioHost published() {
        URI url = URI.create("http://127.0.0.1:1/" + Canary.token("published") + "/speech.mp3");
        return new AudioHost() {
            @Override
            public Published publish(PreparedAudio.Content audio) {
                return new Published() {
                    @Override
                    public URI url() {
                        return url;
                    }

                    @Override
                    public void close() {}
                };
            }

            @Override
            public void close() {}
        };
    }
}
