package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Rate;
import io.voicecloner.Step;
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

/** A server that answers as Highway documents it, unless a test says otherwise, and clones made through it. */
final class HighwayBench implements AutoCloseable {
    static final String KEY = "sk-highway-canary-0123456789";
    static final String PREFIX = "/v3";
    static final String CLONE_PATH = PREFIX + "/minimax-voice-cloning";
    static final String SUCCESS = "{\"demo_audio_url\":\"\",\"voice_id\":\"hw-1\"}";
    static final String AUDIO_URL = "https://example.com/voice.mp3";

    private final WireServer server = new WireServer(request -> script().to(request));
    private volatile Script script = request -> Reply.json(SUCCESS);
    private UnaryOperator<ProviderSettings> settings = settings -> settings;

    /** A clone of a recording on the web, and nothing else. */
    static CloneRequest plain() {
        return CloneRequest.of(AudioSource.url(URI.create(AUDIO_URL)));
    }

    static CloneRequest withPreview() {
        return plain().withPreview("A gentle breeze passes over the soft grass.", "speech-2.8-hd");
    }

    /** The body of a refusal in the envelope that Highway shares with Novita. */
    static String refusal(int code, String reason, String message) {
        return "{\"code\":" + code + ",\"reason\":\"" + reason + "\",\"message\":\"" + message + "\",\"metadata\":{}}";
    }

    HighwayBench onRequest(Script answer) {
        script = answer;
        return this;
    }

    HighwayBench onClone(Reply answer) {
        return onRequest(request -> answer);
    }

    HighwayBench with(UnaryOperator<ProviderSettings> change) {
        settings = change;
        return this;
    }

    WireServer server() {
        return server;
    }

    VoiceCloner open() {
        return VoiceCloners.open(
                "highway",
                settings.apply(ProviderSettings.of(KEY)
                        .withAttempts(1)
                        .withRate(Rate.unlimited())
                        .withBaseUrl(server.uri(PREFIX))));
    }

    ClonedVoice clone(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            return cloner.cloneVoice(request);
        }
    }

    /** Clones, which must fail with one of the thirteen leaves, told of this provider and not of the one it takes its dialect from. */
    VoiceClonerException failure(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(request));
            assertThat(failure).as("the clone must fail").isNotNull();
            assertThat(failure.provider()).contains("highway");
            assertThat(failure.toString() + failure.hint()).doesNotContainIgnoringCase("novita");
            return failure;
        }
    }

    /** The failure of a plain clone that this is the answer to. */
    VoiceClonerException failure(Reply answer) {
        VoiceClonerException failure = onClone(answer).failure(plain());
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(received()).as("nothing is sent twice").hasSize(1);
        return failure;
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
