package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.VoiceRef;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * As {@link CanaryTest}, for speech and for what becomes of voices: the key, signed links to audio, and the text that is spoken, which is nobody
 * else's business either.
 */
@Tag("S11")
@Tag("S12")
@Tag("S13")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class SpokenCanaryTest {
    private static final String KEY = Canary.key("key");
    private static final String TEXT = "Good morning, " + Canary.token("name") + ". ";

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

    @EveryProvider
    void nothingThatAProviderRepeatsOfSpeechCanBeRead(String provider) {
        try (Repeating host = new Repeating()) {
            for (Repeating.Place place : Repeating.Place.values()) {
                host.repeat("", place);
                speakInEveryWay(provider, host.baseUrl());
            }
        }
        expectNoSecret();
    }

    @EveryProvider
    void noSpeechThatGoesWrongShowsASecret(String provider) {
        for (SpeakingRepeater.Fate fate : SpeakingRepeater.Fate.values()) {
            try (SpeakingRepeater host = new SpeakingRepeater(fate, KEY)) {
                speakInEveryWay(provider, host.baseUrl());
                assertThat(host.requests()).as("requests that met %s", fate).isGreaterThan(2);
            }
        }
        expectNoSecret();
    }

    private void speakInEveryWay(String provider, URI baseUrl) {
        SetForwardTime time = new SetForwardTime();
        time.hurry();
        Map<String, String> properties = Map.of(
                "voicecloner.provider",
                provider,
                "voicecloner." + provider + ".base-url",
                baseUrl.toString(),
                "voicecloner." + provider + ".api-key",
                KEY,
                "voicecloner." + provider + ".rate",
                "unlimited",
                "voicecloner." + provider + ".attempts",
                "1",
                "voicecloner.allow-loopback",
                "true");
        VoiceRef voice = VoiceRef.of(provider, "vc-spoken-canary");
        SpeechRequest request = SpeechRequest.of(voice, TEXT);
        SpeechRequest byTask = SpeechRequest.of(voice, TEXT.repeat(1 + 10_000 / TEXT.length()));
        Path file = directory.resolve("speech.mp3");
        try (VoiceCloner cloner = VoiceCloners.builder()
                .properties(properties)
                .time(time)
                .listener(printed)
                .build()) {
            show(() -> cloner.speech().synthesize(request, file));
            show(() -> cloner.speech().synthesize(request, OutputStream.nullOutputStream()));
            show(() -> cloner.speech().synthesize(request.withAudioByLink(true), chunk -> {}));
            show(() -> cloner.speech().synthesize(byTask, file));
            show(() -> cloner.speech().activate(voice));
            show(() -> cloner.speech().check(request.withSpeed(99)));
            show(() -> cloner.catalog().list());
            show(() -> cloner.catalog().exists(voice));
            show(() -> cloner.catalog().delete(voice));
            show(() -> cloner.catalog().toString());
            List.of(request, byTask, cloner.speech()).forEach(said -> printed.print("values", said));
        }
    }

    /** Something asked for. */
    @FunctionalInterface
    private interface Asking {
        Object ask();
    }

    private void show(Asking asking) {
        try {
            printed.show("values", asking.ask());
        } catch (VoiceClonerException e) {
            printed.show("exceptions", e);
            printed.show("exceptions", e.report());
        }
    }

    private void expectNoSecret() {
        printed.close();
        printed.expectNo(Canary.planted());
        assertThat(printed.lengths()).containsKeys("exceptions", "stack traces", "events", "log", "values");
    }
}
