package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ConsentCheck;
import io.voicecloner.ConsentRecord;
import io.voicecloner.ProviderSettings;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceRef;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.fake.Recordings;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.fake.WireProvider;
import io.voicecloner.http.ScriptedServer;
import io.voicecloner.listen.Listening;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import io.voicecloner.spi.VoiceClonerProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a consent check is told, and when. */
@Tag("S21")
@Timeout(10)
class AskedForConsentTest {
    private static final byte[] RECORDING = Recordings.wav(500);
    private static final byte[] PROMPT = Recordings.wav(99);

    @TempDir
    Path directory;

    private final VirtualTime time = new VirtualTime();
    private final List<ConsentRecord> told = new ArrayList<>();
    private final List<CloneEvent> events = new ArrayList<>();
    private final FakeAudioHost host = new FakeAudioHost();

    @Test
    void itIsToldWhoWhatAndWhenBeforeTheProviderHearsOfIt() {
        FakeSession session = new FakeSession("fake-file");
        CloneRequest request = Cloners.GOOD
                .withVoiceId("MyVoice01")
                .withPrompt(AudioSource.bytes(PROMPT), "Words.")
                .withConsent("contract 2026/117");
        time.pass(Duration.ofDays(2));
        clone(new FakeFileProvider(session), Cloners.SETTINGS.withAccount("team-a"), request, record -> {
            assertThat(session.asked()).isEmpty();
            return true;
        });
        assertThat(told)
                .containsExactly(new ConsentRecord(
                        "fake-file",
                        Optional.of("team-a"),
                        Instant.EPOCH.plus(Duration.ofDays(2)),
                        Optional.of("MyVoice01"),
                        hashed(RECORDING),
                        Optional.of(hashed(PROMPT)),
                        Optional.of("contract 2026/117")));
        assertThat(session.asked()).hasSize(1);
    }

    @Test
    void anIdThatTheLibraryMadeIsToldAndOneThatTheProviderChoosesIsNot() {
        FakeSession session = new FakeSession("fake-file");
        clone(new FakeFileProvider(session), Cloners.GOOD);
        clone(new FakeUrlProvider(), Cloners.GOOD);
        assertThat(told.get(0).voiceId())
                .contains(session.asked().get(0).chosenVoiceId())
                .isNotEmpty();
        assertThat(told.get(1).voiceId()).isEmpty();
        assertThat(told.get(1).account()).isEmpty();
        assertThat(told.get(1).reference()).isEmpty();
    }

    @Test
    void nothingIsPublishedBefore() {
        CloneRequest request = Cloners.GOOD.withPrompt(AudioSource.bytes(PROMPT), "Words.");
        clone(new FakeUrlProvider(), Cloners.SETTINGS, request, record -> {
            assertThat(host.ever()).isEmpty();
            return true;
        });
        assertThat(host.ever()).hasSize(2);
        assertThat(told.get(0).audio()).isEqualTo(hashed(RECORDING));
        assertThat(told.get(0).promptAudio()).contains(hashed(PROMPT));
    }

    @Test
    void aUrlThatOnlyTheProviderReadsIsToldWithoutItsQuery() {
        URI signed = URI.create("https://audio.example/a%20b/me.wav?X-Amz-Signature=CANARY#t=1");
        clone(new FakeUrlProvider(), CloneRequest.of(AudioSource.url(signed)));
        assertThat(told.get(0).audio())
                .isEqualTo(new ConsentRecord.Audio(
                        Optional.empty(), Optional.of(URI.create("https://audio.example/a%20b/me.wav"))));
    }

    @Test
    void aUrlThatIsFetchedForTheProviderIsToldWithTheHashOfWhatCame() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            String sound = new String(RECORDING, StandardCharsets.ISO_8859_1);
            server.then(ScriptedServer.answer("200 OK", "Content-Type: audio/wav\r\n", sound));
            URI signed = server.uri("/me.wav?Signature=CANARY");
            clone(
                    new FakeFileProvider(),
                    Cloners.SETTINGS.withLoopbackAllowed(true),
                    CloneRequest.of(AudioSource.url(signed)),
                    record -> true);
            assertThat(told.get(0).audio())
                    .isEqualTo(new ConsentRecord.Audio(hashed(RECORDING).sha256(), Optional.of(server.uri("/me.wav"))));
        }
    }

    @Test
    void aFileThatBecomesAnotherOneMeanwhileIsSentAsItWasWhenItWasHashed() throws Exception {
        byte[] other = RECORDING.clone();
        other[other.length - 1] ^= 1;
        Path file = Files.write(directory.resolve("me.wav"), RECORDING);
        List<byte[]> sent = new ArrayList<>();
        clone(
                new FakeFileProvider(reading(sent)),
                Cloners.SETTINGS,
                CloneRequest.of(AudioSource.file(file)),
                record -> {
                    write(file, other);
                    return true;
                });
        assertThat(told.get(0).audio()).isEqualTo(hashed(RECORDING));
        assertThat(sent).singleElement().isEqualTo(RECORDING);
    }

    @Test
    void aStreamIsHashedAsItIsSent() {
        List<byte[]> sent = new ArrayList<>();
        AudioSource stream = AudioSource.read(new ByteArrayInputStream(RECORDING));
        clone(new FakeFileProvider(reading(sent)), CloneRequest.of(stream));
        assertThat(told.get(0).audio()).isEqualTo(hashed(RECORDING));
        assertThat(sent).singleElement().isEqualTo(RECORDING);
    }

    @Test
    void aCheckAsksNobody() {
        try (VoiceCloner cloner = cloner(new FakeFileProvider(), Cloners.SETTINGS, null, record -> true)) {
            assertThat(cloner.check(Cloners.GOOD).ok()).isTrue();
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aRequestThatIsNotInOrderIsNotAskedAbout() {
        try (VoiceCloner cloner = cloner(new FakeFileProvider(), Cloners.SETTINGS, null, record -> true)) {
            assertThat(catchThrowable(() -> cloner.cloneVoice(Cloners.GOOD.withVoiceId("-"))))
                    .hasMessageContaining("voiceId");
        }
        assertThat(told).isEmpty();
    }

    @Test
    void whereARequestIsRepeatedItIsAskedOnceAndTheReferenceIsNeitherSentNorTold() throws Exception {
        String reference = "CANARY 117";
        try (ScriptedServer server = new ScriptedServer()) {
            List<String> bodies = new ArrayList<>();
            server.then(noting(bodies, "{\"ok\":1}")).then(noting(bodies, "{\"ok\":2}"));
            clone(
                    new WireProvider(),
                    Cloners.SETTINGS.withBaseUrl(server.uri("/v1")),
                    Cloners.GOOD.withConsent(reference),
                    record -> true);
            assertThat(bodies).hasSize(2);
            assertThat(server.heads() + "" + bodies).doesNotContain("CANARY").doesNotContain("117");
        }
        assertThat(told).hasSize(1);
        assertThat(events).isNotEmpty().noneMatch(event -> (event + event.text()).contains("CANARY"));
    }

    private static ScriptedServer.Behaviour noting(List<String> bodies, String answer) {
        return conversation -> {
            bodies.add(new String(conversation.readRequest(), StandardCharsets.ISO_8859_1));
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + answer.length()
                    + "\r\n\r\n" + answer);
        };
    }

    private static FakeSession reading(List<byte[]> sent) {
        return new FakeSession((request, scope) -> {
            try (InputStream in = ((PreparedAudio.Content) request.audio()).open()) {
                sent.add(in.readAllBytes());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            return ClonedVoice.of(VoiceRef.of("fake-file", "v"));
        });
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ConsentRecord.Audio hashed(byte[] audio) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(audio);
            return new ConsentRecord.Audio(Optional.of(HexFormat.of().formatHex(digest)), Optional.empty());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void clone(VoiceClonerProvider provider, CloneRequest request) {
        clone(provider, Cloners.SETTINGS, request, record -> true);
    }

    private void clone(
            VoiceClonerProvider provider, ProviderSettings settings, CloneRequest request, ConsentCheck check) {
        try (VoiceCloner cloner = cloner(provider, settings, host, check)) {
            cloner.cloneVoice(request);
        }
    }

    private VoiceCloner cloner(
            VoiceClonerProvider provider,
            ProviderSettings settings,
            @Nullable AudioHost publisher,
            ConsentCheck check) {
        ConsentCheck noting = record -> {
            told.add(record);
            return check.allows(record);
        };
        return ClonePipeline.open(
                Cloners.configured(provider, settings, null),
                publisher,
                new Instruments(new Listening(events::add), null, time.clock(), time, null, noting));
    }
}
