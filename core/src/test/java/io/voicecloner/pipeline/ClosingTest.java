package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ConfigurationException;
import io.voicecloner.Preview;
import io.voicecloner.VoiceCloner;
import io.voicecloner.config.AudioHostChoice;
import io.voicecloner.fake.FakeAudioHost;
import io.voicecloner.fake.FakeAudioHostFactory;
import io.voicecloner.fake.FakeFileProvider;
import io.voicecloner.fake.FakeSession;
import io.voicecloner.fake.FakeUrlProvider;
import io.voicecloner.fake.Recordings;
import io.voicecloner.http.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The end of a cloner: nothing goes on, nothing is left, and no outcome is swallowed. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class ClosingTest {
    @Test
    void clonesInFlightEndAndSayThatAVoiceMayExist() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            VoiceCloner cloner = Cloners.onWire(server, null);
            List<CompletableFuture<ClonedVoice>> futures = new ArrayList<>();
            for (int clone = 0; clone < 10; clone++) {
                CountDownLatch cloning = new CountDownLatch(1);
                server.then(ScriptedServer.json("{\"ok\":1}")).then(conversation -> {
                    conversation.readRequest();
                    cloning.countDown();
                    conversation.waitForClientToGo();
                });
                futures.add(cloner.cloneVoiceAsync(Cloners.GOOD));
                cloning.await();
            }
            cloner.close();
            assertThat(futures)
                    .allSatisfy(future ->
                            assertThatThrownBy(future::join).hasCauseInstanceOf(AmbiguousOutcomeException.class));
            assertThat(server.received()).isEqualTo(20);
        }
        assertThat(ourThreads()).isEmpty();
    }

    @Test
    void anUploadInFlightEndsAndSaysThatNoVoiceWasMade() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            VoiceCloner cloner = Cloners.onWire(server, null);
            server.then(conversation -> {
                conversation.readRequest();
                cloner.close();
                conversation.waitForClientToGo();
            });
            assertThatThrownBy(() -> cloner.cloneVoice(Cloners.GOOD)).isInstanceOf(CanceledException.class);
            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void noThreadIsLeftAfterOrdinaryUse() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(ScriptedServer.json("{\"ok\":1}")).then(ScriptedServer.json("{\"ok\":1}"));
            try (VoiceCloner cloner = Cloners.onWire(server, null)) {
                cloner.cloneVoiceAsync(Cloners.GOOD).get();
                assertThat(ourThreads()).isNotEmpty();
            }
        }
        assertThat(ourThreads()).isEmpty();
    }

    @Test
    void anUnusedClonerStartsNoThread() {
        Set<String> before = ourThreads();
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider())) {
            assertThat(cloner.capabilities()).isNotNull();
            assertThat(ourThreads()).isEqualTo(before);
        }
    }

    @Test
    @Tag("B95")
    void aClosedClonerRefusesEverything() {
        VoiceCloner cloner = Cloners.of(new FakeFileProvider());
        cloner.close();
        Preview preview = Preview.of(URI.create("https://audio.example/a.mp3"));
        assertThatThrownBy(() -> cloner.cloneVoice(Cloners.GOOD)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cloner.cloneVoiceAsync(Cloners.GOOD)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cloner.check(Cloners.GOOD)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cloner.download(preview, Path.of("a.mp3"))).isInstanceOf(IllegalStateException.class);
        assertThat(cloner.provider()).isEqualTo("fake-file");
    }

    @Test
    @Tag("B95")
    void aRequestMayBeMadeAgainHereAndElsewhereAndAfterAClose() {
        FakeSession session = new FakeSession("fake-file");
        CloneRequest request = CloneRequest.of(AudioSource.read(new ByteArrayInputStream(Recordings.wav(500))));
        try (VoiceCloner cloner = Cloners.of(new FakeFileProvider(session))) {
            cloner.check(request);
            cloner.cloneVoice(request);
            cloner.cloneVoiceAsync(request).join();
        }
        try (VoiceCloner other = Cloners.of(new FakeFileProvider(session))) {
            other.cloneVoice(request);
        }
        assertThat(session.asked()).hasSize(3).allSatisfy(made -> {
            try (InputStream in = made.audio().content().open()) {
                assertThat(in.readAllBytes()).isEqualTo(Recordings.wav(500));
            }
        });
    }

    @Test
    @Tag("B95")
    void closingAgainDoesNothing() {
        FakeSession session = new FakeSession("fake-file");
        VoiceCloner cloner = Cloners.of(new FakeFileProvider(session));
        cloner.close();
        cloner.close();
        assertThat(session.closed()).isEqualTo(1);
    }

    @Test
    void aHostMadeFromConfigurationIsClosedAndOneGivenIsNot() {
        FakeAudioHost given = new FakeAudioHost();
        FakeAudioHost made = new FakeAudioHost();
        Cloners.of(new FakeUrlProvider(), given).close();
        AudioHostChoice choice = new AudioHostChoice(
                new FakeAudioHostFactory() {
                    @Override
                    public FakeAudioHost open(Map<String, String> settings) {
                        return made;
                    }
                },
                Map.of());
        open(choice).close();
        assertThat(given.isClosed()).isFalse();
        assertThat(made.isClosed()).isTrue();
    }

    @Test
    void aHostThatCannotStartClosesWhatWasOpenedBefore() {
        FakeSession session = new FakeSession("fake-url");
        AudioHostChoice broken = new AudioHostChoice(new FakeAudioHostFactory(), Map.of("secret-key", "CANARY"));
        assertThatThrownBy(() -> ClonePipeline.open(
                        Cloners.configured(new FakeUrlProvider(session), Cloners.SETTINGS, broken),
                        null,
                        Instruments.ordinary()))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the audio host could not start: port taken")
                .hasMessageNotContaining("CANARY");
        assertThat(session.closed()).isEqualTo(1);
    }

    private static VoiceCloner open(AudioHostChoice choice) {
        return ClonePipeline.open(
                Cloners.configured(new FakeUrlProvider(), Cloners.SETTINGS, choice), null, Instruments.ordinary());
    }

    /** Threads that end are given a moment to do so. */
    private static Set<String> ourThreads() {
        Set<String> names = new TreeSet<>();
        for (int look = 0; look < 20; look++) {
            names.clear();
            Thread.getAllStackTraces().keySet().stream()
                    .map(Thread::getName)
                    .filter(name -> name.startsWith("voicecloner"))
                    .forEach(names::add);
            if (names.isEmpty()) {
                return names;
            }
            LockSupport.parkNanos(10_000_000);
        }
        return names;
    }
}
