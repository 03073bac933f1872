package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import java.util.List;
import java.util.function.UnaryOperator;

/** A server that answers as MiniMax documents it, unless a test says otherwise, and clones made through it. */
final class MiniMaxBench implements AutoCloseable {
    static final String KEY = "test-key-12345";
    static final String VOICE_ID = "MiniMax001";
    static final String UPLOAD_PATH = "/v1/files/upload";
    static final String CLONE_PATH = "/v1/voice_clone";
    static final String SUCCESS = "{\"input_sensitive\":false,\"input_sensitive_type\":0,\"demo_audio\":\"\","
            + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

    private final WireServer server = new WireServer(this::answer);
    private volatile Script source = request -> Reply.json(uploaded("123456789"));
    private volatile Script prompt = request -> Reply.json(uploaded("987654321"));
    private volatile Script clone = request -> Reply.json(SUCCESS);
    private UnaryOperator<ProviderSettings> settings = settings -> settings;

    /** The documented reply to an upload, with this as its file id. */
    static String uploaded(String fileId) {
        return "{\"file\":{\"file_id\":" + fileId + ",\"bytes\":88606,\"created_at\":1700469398,"
                + "\"filename\":\"clone_input.mp3\",\"purpose\":\"voice_clone\"},"
                + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
    }

    /** A reply that carries only this {@code base_resp}. */
    static String refusal(int code, String message) {
        return "{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"" + message + "\"}}";
    }

    MiniMaxBench onUpload(Script script) {
        source = script;
        return this;
    }

    MiniMaxBench onPromptUpload(Script script) {
        prompt = script;
        return this;
    }

    MiniMaxBench onClone(Script script) {
        clone = script;
        return this;
    }

    MiniMaxBench with(UnaryOperator<ProviderSettings> change) {
        settings = change;
        return this;
    }

    WireServer server() {
        return server;
    }

    VoiceCloner open() {
        return VoiceCloners.open(
                "minimax",
                settings.apply(ProviderSettings.of(KEY)
                        .withAttempts(1)
                        .withRate(Rate.unlimited())
                        .withBaseUrl(server.uri("/v1"))));
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

    List<Received> uploads() {
        return received(UPLOAD_PATH);
    }

    /** The uploads that carry this purpose. */
    List<Received> uploads(String purpose) {
        return uploads().stream()
                .filter(request -> request.parts().stream()
                        .anyMatch(part ->
                                part.name().equals("purpose") && part.text().equals(purpose)))
                .toList();
    }

    List<Received> clones() {
        return received(CLONE_PATH);
    }

    /** The body of the one clone request. */
    String cloneBody() {
        assertThat(clones()).hasSize(1);
        return clones().get(0).text();
    }

    private List<Received> received(String path) {
        return server.received().stream()
                .filter(request -> request.path().equals(path))
                .toList();
    }

    private Reply answer(Received request) throws Exception {
        if (request.path().equals(CLONE_PATH)) {
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
