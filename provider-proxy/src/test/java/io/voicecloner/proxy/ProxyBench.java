package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.List;
import java.util.function.UnaryOperator;

/** A gateway that answers as spec/004 shows it, unless a test says otherwise, and clones made through it. */
final class ProxyBench implements AutoCloseable {
    static final String KEY = "sk-gateway-canary-0123456789";
    static final String VOICE_ID = "MiniMax001";
    static final String PREFIX = "/minimax/v1";
    static final String UPLOAD_PATH = PREFIX + "/files/upload";
    static final String CLONE_PATH = PREFIX + "/voice_clone";

    /** The example reply of spec/004. */
    static final String SUCCESS = """
            {
                "input_sensitive": false,
                "input_sensitive_type": 0,
                "demo_audio": "",
                "base_resp": {
                    "status_code": 0,
                    "status_msg": "success"
                }
            }""";

    private final WireServer server = new WireServer(this::answer);
    private volatile Script source = request -> Reply.json(uploaded("123456789"));
    private volatile Script prompt = request -> Reply.json(uploaded("987654321"));
    private volatile Script clone = request -> Reply.json(SUCCESS);
    private UnaryOperator<ProviderSettings> settings = settings -> settings;

    /** The response schema of spec/004, which is that of an upload, with this as its file id. */
    static String uploaded(String fileId) {
        return "{\"file\":{\"file_id\":" + fileId + ",\"bytes\":176044,\"created_at\":1700469398,"
                + "\"filename\":\"clone_input.wav\",\"purpose\":\"voice_clone\"},"
                + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
    }

    /** A reply that carries only this {@code base_resp}. */
    static String refusal(int code, String message) {
        return "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + message + "\"}}";
    }

    /** The error of an OpenAI-compatible gateway. */
    static String error(String message, String code) {
        return "{\"error\":{\"message\":\"" + message + "\",\"type\":\"gateway_error\",\"code\":" + code + "}}";
    }

    ProxyBench onUpload(Script script) {
        source = script;
        return this;
    }

    ProxyBench onPromptUpload(Script script) {
        prompt = script;
        return this;
    }

    ProxyBench onClone(Script script) {
        clone = script;
        return this;
    }

    /** At the upload of the recording or at the clone. */
    ProxyBench on(Step step, Script script) {
        return step == Step.UPLOAD ? onUpload(script) : onClone(script);
    }

    ProxyBench with(UnaryOperator<ProviderSettings> change) {
        settings = change;
        return this;
    }

    WireServer server() {
        return server;
    }

    VoiceCloner open() {
        return VoiceCloners.open(
                "proxy",
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

    /** Clones, which must fail with one of the thirteen leaves, told of this provider. */
    VoiceClonerException failure(CloneRequest request) {
        try (VoiceCloner cloner = open()) {
            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> cloner.cloneVoice(request));
            assertThat(failure).as("the clone must fail").isNotNull();
            assertThat(failure.provider()).contains("proxy");
            return failure;
        }
    }

    List<Received> received() {
        return server.received();
    }

    /** Everything that was no clone and carries this purpose. */
    List<Received> uploads(String purpose) {
        return received().stream()
                .filter(request -> !request.path().endsWith("/voice_clone"))
                .filter(request -> request.parts().stream()
                        .anyMatch(part ->
                                part.name().equals("purpose") && part.text().equals(purpose)))
                .toList();
    }

    List<Received> clones() {
        return received().stream()
                .filter(request -> request.path().endsWith("/voice_clone"))
                .toList();
    }

    /** The body of the one clone request. */
    String cloneBody() {
        assertThat(clones()).hasSize(1);
        return clones().get(0).text();
    }

    private Reply answer(Received request) throws Exception {
        if (request.path().endsWith("/voice_clone")) {
            return clone.to(request);
        }
        boolean forPrompt = request.text().contains("\r\n\r\nprompt_audio\r\n");
        return forPrompt ? prompt.to(request) : source.to(request);
    }

    @Override
    public void close() {
        server.close();
    }
}
