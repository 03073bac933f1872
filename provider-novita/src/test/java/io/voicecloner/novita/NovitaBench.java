package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.net.URI;
import java.util.List;
import java.util.function.UnaryOperator;

/** A server that answers as Novita documents it, unless a test says otherwise, and clones made through it. */
final class NovitaBench implements AutoCloseable {
    static final String KEY = "test-key-12345";
    static final String CLONE_PATH = "/v3/minimax-voice-cloning";
    static final String VOICE_ID = "moss_audio_7f3a";
    static final String SUCCESS = "{\"demo_audio_url\":\"\",\"voice_id\":\"" + VOICE_ID + "\"}";
    static final String AUDIO_URL = "https://example.com/voice.mp3";

    private final WireServer server = new WireServer(request -> script().to(request));
    private volatile Script script = request -> Reply.json(SUCCESS);
    private UnaryOperator<ProviderSettings> settings = settings -> settings;

    /** A clone of the recording at this address, and nothing else. */
    static CloneRequest of(String audioUrl) {
        return CloneRequest.of(AudioSource.url(URI.create(audioUrl)));
    }

    static CloneRequest plain() {
        return of(AUDIO_URL);
    }

    static CloneRequest withPreview() {
        return plain().withPreview("A gentle breeze passes over the soft grass.", "speech-2.8-hd");
    }

    /** The body of a refusal. */
    static String refusal(int status, String reason, String message) {
        return "{\"code\":" + status + ",\"reason\":\"" + reason + "\",\"message\":\"" + message
                + "\",\"metadata\":{}}";
    }

    NovitaBench onRequest(Script answer) {
        script = answer;
        return this;
    }

    NovitaBench onClone(Reply answer) {
        return onRequest(request -> answer);
    }

    NovitaBench with(UnaryOperator<ProviderSettings> change) {
        settings = change;
        return this;
    }

    WireServer server() {
        return server;
    }

    VoiceCloner open() {
        return VoiceCloners.open(
                "novita",
                settings.apply(ProviderSettings.of(KEY)
                        .withAttempts(1)
                        .withRate(Rate.unlimited())
                        .withBaseUrl(server.uri("/v3"))));
    }

    ClonedVoice clone(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            return cloner.cloneVoice(request);
        }
    }

    /** Clones, which must fail with one of the thirteen leaves. */
    VoiceClonerException failure(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(request));
            assertThat(failure).as("the clone must fail").isNotNull();
            return failure;
        }
    }

    /** The model of a preview whose request names none. */
    String defaultModel() {
        try (VoiceCloner cloner = open()) {
            return cloner.capabilities().defaultModel().orElseThrow();
        }
    }

    VoiceClonerException failure() {
        return failure(plain());
    }

    List<Received> received() {
        return server.received();
    }

    /** The one request. */
    Received request() {
        assertThat(received()).hasSize(1);
        return received().get(0);
    }

    private Script script() {
        return script;
    }

    @Override
    public void close() {
        server.close();
    }
}
