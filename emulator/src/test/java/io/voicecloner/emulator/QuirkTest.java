package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class QuirkTest {
    private static final String PROVIDER = "minimax";

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    @Test
    void uploadsGoToFilesInstead() throws Exception {
        emulator().quirk(PROVIDER, Quirk.UPLOAD_AT_FILES);
        HttpResponse<String> documented = upload("/files/upload");
        assertThat(documented.statusCode()).isEqualTo(404);
        assertThat(documented.body()).isEqualTo("404 page not found");
        JsonObject file = Client.json(upload("/files")).getAsJsonObject("file");
        assertThat(cloneCode(file.get("file_id").getAsLong(), "MiniMax001")).isZero();
    }

    @Test
    void faultsOfUploadsKeepTheDocumentedName() throws Exception {
        emulator().quirk(PROVIDER, Quirk.UPLOAD_AT_FILES);
        emulator().script(PROVIDER, "files/upload", Fault.status(502));
        assertThat(upload("/files").statusCode()).isEqualTo(502);
    }

    @Test
    void theFileIdStandsAtTheTopLevel() throws Exception {
        emulator().quirk(PROVIDER, Quirk.FILE_ID_AT_TOP_LEVEL);
        JsonObject reply = Client.json(upload("/files/upload"));
        assertThat(reply.keySet())
                .containsExactly("file_id", "bytes", "created_at", "filename", "purpose", "base_resp");
        assertThat(reply.get("file_id").getAsLong())
                .isEqualTo(emulator().uploads().get(0).fileId());
        assertThat(cloneCode(reply.get("file_id").getAsLong(), "MiniMax001")).isZero();
    }

    @Test
    void errorsOfTheGatewayHaveAStatusAndAShapeOfTheirOwn() throws Exception {
        emulator().quirk(PROVIDER, Quirk.GATEWAY_ERRORS);
        emulator().limit(PROVIDER, 1, Duration.ofMinutes(1));
        HttpResponse<String> wrongKey = client().send(HttpRequest.newBuilder(client().url(PROVIDER, "/voice_clone"))
                .header("Authorization", "Bearer wrong")
                .POST(BodyPublishers.ofString("{}"))
                .build());
        assertThat(wrongKey.statusCode()).isEqualTo(401);
        assertThat(wrongKey.body())
                .isEqualTo(
                        "{\"error\":{\"message\":\"invalid api key\",\"type\":\"authentication_error\",\"code\":\"2049\"}}");
        HttpResponse<String> unknownFile = clone(7, "MiniMax001");
        assertThat(unknownFile.statusCode()).isEqualTo(400);
        assertThat(unknownFile.body()).contains("\"invalid_request_error\"", "\"20132\"");
        HttpResponse<String> tooMany = clone(7, "MiniMax001");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.body()).contains("\"rate_limit_error\"", "\"1002\"");
        assertThat(Client.code(Client.json(upload("/files/upload")))).isZero();
    }

    @Test
    void unusableAudioIsTheUpstreamsFault() throws Exception {
        emulator().quirk(PROVIDER, Quirk.GATEWAY_ERRORS);
        HttpResponse<String> refused = clone(client().fileId("voice_clone", Sounds.notes()), "MiniMax001");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(refused.body()).contains("\"upstream_error\"", "\"1000\"");
    }

    @Test
    void aTakenVoiceIdIsABadGateway() throws Exception {
        emulator().quirk(PROVIDER, Quirk.DUPLICATE_AS_502);
        long fileId = client().fileId("voice_clone", Sounds.wav(12));
        assertThat(cloneCode(fileId, "MiniMax001")).isZero();
        HttpResponse<String> duplicate = clone(fileId, "MiniMax001");
        assertThat(duplicate.statusCode()).isEqualTo(502);
        assertThat(duplicate.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(duplicate.body()).isEqualTo("voice clone voice id duplicate");
        assertThat(cloneCode(7, "MiniMax002")).isEqualTo(20132);

        emulator().quirk(PROVIDER, Quirk.GATEWAY_ERRORS);
        HttpResponse<String> wrapped = clone(fileId, "MiniMax001");
        assertThat(wrapped.statusCode()).isEqualTo(502);
        assertThat(Client.json(wrapped).getAsJsonObject("error").get("message").getAsString())
                .isEqualTo("voice clone voice id duplicate");
    }

    @Test
    void theCloneMeetsAnotherAccountThanTheUpload() throws Exception {
        long before = client().fileId("voice_clone", Sounds.wav(12));
        emulator().quirk(PROVIDER, Quirk.SEVERAL_ACCOUNTS);
        long fileId = client().fileId("voice_clone", Sounds.wav(12));
        assertThat(cloneCode(fileId, "MiniMax001")).isEqualTo(20132);
        assertThat(emulator().voices()).isEmpty();
        assertThat(emulator().createCount("MiniMax001")).isOne();
        assertThat(cloneCode(fileId, "MiniMax001")).isZero();
        assertThat(emulator().createCount("MiniMax001")).isEqualTo(2);
        assertThat(cloneCode(fileId, "MiniMax002")).isEqualTo(20132);
        assertThat(cloneCode(before, "MiniMax003")).isZero();
        assertThat(cloneCode(before, "MiniMax004")).isZero();
    }

    @Test
    void theAccountOfTheSourceMayNotKnowThePrompt() throws Exception {
        emulator().quirk(PROVIDER, Quirk.SEVERAL_ACCOUNTS);
        long source = client().fileId("voice_clone", Sounds.wav(12));
        long prompt = client().fileId("prompt_audio", Sounds.wav(5));
        JsonObject refused = client().miniMaxClone("{\"file_id\":" + source
                + ",\"voice_id\":\"MiniMax001\",\"clone_prompt\":{\"prompt_audio\":" + prompt
                + ",\"prompt_text\":\"Hello.\"}}");
        assertThat(Client.code(refused)).isEqualTo(20132);
        assertThat(Client.message(refused)).contains("prompt_audio");
        assertThat(Client.code(client().miniMaxClone("{\"voice_id\":\"MiniMax001\"}")))
                .isEqualTo(2013);
    }

    @Test
    void theTraceIdIsCalledXRequestId() throws Exception {
        emulator().quirk(PROVIDER, Quirk.X_REQUEST_ID);
        HttpResponse<String> response = clone(7, "MiniMax001");
        assertThat(response.headers().firstValue("x-request-id"))
                .hasValue(emulator().requests().get(0).traceId());
        assertThat(response.headers().firstValue("Trace-Id")).isEmpty();
    }

    @Test
    void unknownPathsShowAWebPage() throws Exception {
        emulator().quirk(PROVIDER, Quirk.HTML_FOR_UNKNOWN_PATHS);
        HttpResponse<String> response = client().post(PROVIDER, "/no/such/path", "{}");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        assertThat(response.body()).startsWith("<!DOCTYPE html>");
        assertThat(cloneCode(7, "MiniMax001")).isEqualTo(20132);
    }

    @Test
    void madeUpAnswersAreLeftAsTheyAre() throws Exception {
        emulator().quirk(PROVIDER, Quirk.GATEWAY_ERRORS);
        emulator().script(PROVIDER, "voice_clone", Fault.code(2013, "as told"));
        HttpResponse<String> response = clone(7, "MiniMax001");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Client.message(Client.json(response))).isEqualTo("as told");
    }

    @Test
    void quirksCanBeTakenBack() throws Exception {
        emulator().quirk(PROVIDER, Quirk.GATEWAY_ERRORS);
        emulator().quirk(PROVIDER, Quirk.X_REQUEST_ID);
        emulator().clearQuirks();
        HttpResponse<String> response = clone(7, "MiniMax001");
        assertThat(Client.code(Client.json(response))).isEqualTo(20132);
        assertThat(response.headers().firstValue("Trace-Id")).isPresent();
    }

    @Test
    void aFlatReplyOfASynthesisIsWrapped() throws Exception {
        emulator().quirk("highway", Quirk.NESTED_SPEECH);
        SpeechClient speech = new SpeechClient(emulator());
        try (AudioServer audio = new AudioServer()) {
            String body = SpeechClient.body("").replace(SpeechClient.VOICE, speech.cloneAt("highway", audio));
            JsonObject reply = client().call("highway", "/minimax-speech-02-hd", body);
            assertThat(reply.keySet()).containsExactly("data");
            assertThat(MiniMaxSpeechTest.audio(reply.getAsJsonObject("data"))).isEqualTo(speech.recording());
            String streamed = body.replace("{\"model\"", "{\"stream\":true,\"model\"");
            List<JsonObject> chunks =
                    MiniMaxSpeechTest.chunks(client().post("highway", "/minimax-speech-02-hd", streamed));
            assertThat(chunks.get(0).getAsJsonObject("data").keySet()).containsExactly("audio", "status");
            assertThat(chunks.get(chunks.size() - 1)).hasToString("{\"data\":{\"status\":2}}");
        }
    }

    @Test
    void eachKindOfProviderHasItsOwn() {
        assertThatThrownBy(() -> emulator().quirk("novita", Quirk.X_REQUEST_ID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("novita has no quirk x-request-id, only nested-speech");
        assertThatThrownBy(() -> emulator().quirk("proxy", Quirk.NESTED_SPEECH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("proxy has no quirk nested-speech, only upload-at-files, ");
        assertThatThrownBy(() -> emulator().quirk("acme", Quirk.X_REQUEST_ID))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("minimax");
    }

    private HttpResponse<String> upload(String path) throws Exception {
        return client().send(client().authorized(client().url(PROVIDER, path))
                .header("Content-Type", "multipart/form-data; boundary=" + Client.BOUNDARY)
                .POST(Client.form(
                        Client.value("purpose", "voice_clone"),
                        Client.file("voice.wav", BodyPublishers.ofByteArray(Sounds.wav(12)))))
                .build());
    }

    private HttpResponse<String> clone(long fileId, String voiceId) throws Exception {
        return client().post(PROVIDER, "/voice_clone", "{\"file_id\":" + fileId + ",\"voice_id\":\"" + voiceId + "\"}");
    }

    private int cloneCode(long fileId, String voiceId) throws Exception {
        return Client.code(Client.json(clone(fileId, voiceId)));
    }

    private Emulator emulator() {
        return extension.emulator();
    }

    private Client client() {
        return new Client(emulator());
    }
}
