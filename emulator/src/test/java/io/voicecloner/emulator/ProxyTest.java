package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.file;
import static io.voicecloner.emulator.Client.form;
import static io.voicecloner.emulator.Client.message;
import static io.voicecloner.emulator.Client.value;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway as spec/004 has it: MiniMax's dialect below another path, with other things said and unsaid. */
class ProxyTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private Emulator emulator;
    private Client client;
    private long source;
    private long prompt;

    @BeforeEach
    void upload() throws Exception {
        emulator = extension.emulator();
        client = new Client(emulator);
        source = client.fileId("proxy", "voice_clone", Sounds.wav(12));
        prompt = client.fileId("proxy", "prompt_audio", Sounds.wav(4));
    }

    @Test
    void theExampleOfTheDocumentWorks() throws Exception {
        HttpResponse<String> response = client.post("proxy", "/voice_clone", """
                {
                  "file_id": %d,
                  "voice_id": "MiniMax001",
                  "clone_prompt": {
                    "prompt_audio": %d,
                    "prompt_text": "This voice sounds natural and pleasant."
                  },
                  "text": "A gentle breeze sweeps across the soft grass(breath), carrying the fresh scent along with the songs of birds.",
                  "model": "speech-2.8-hd",
                  "need_noise_reduction": false,
                  "need_volume_normalization": false,
                  "aigc_watermark": false
                }""".formatted(source, prompt));
        JsonObject reply = Client.json(response);
        assertThat(reply.keySet())
                .containsExactly("input_sensitive", "input_sensitive_type", "demo_audio", "base_resp");
        assertThat(code(reply)).isZero();
        assertThat(response.headers().firstValue("Trace-Id")).isPresent();
        HttpResponse<byte[]> preview = client.download(
                HttpRequest.newBuilder(URI.create(reply.get("demo_audio").getAsString()))
                        .build());
        assertThat(preview.body()).isEqualTo(Sounds.wav(12));
        assertThat(emulator.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.provider()).isEqualTo("proxy");
            assertThat(voice.voiceId()).isEqualTo("MiniMax001");
            assertThat(voice.options()).containsEntry("aigc_watermark", "false");
        });
        assertThat(emulator.uploads()).extracting(ReceivedUpload::provider).containsOnly("proxy");
    }

    @Test
    void withoutTextTheReplyIsTheDocumentsExample() throws Exception {
        assertThat(clone("MiniMax001", ""))
                .hasToString("{\"input_sensitive\":false,\"input_sensitive_type\":0,\"demo_audio\":\"\","
                        + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech-2.8-hd", "speech-2.6-turbo", "speech-9", "my-own"})
    void theModelIsAFreeString(String model) throws Exception {
        assertThat(code(clone("MiniMax001", ",\"text\":\"Hi\",\"model\":\"" + model + "\"")))
                .isZero();
    }

    @Test
    void aModelThatIsNoStringIsRefused() throws Exception {
        assertRefused(clone("MiniMax001", ",\"text\":\"Hi\",\"model\":7"), "model must be a string");
    }

    @Test
    void textNeedsAModelAndHasAtMostAThousandCodePointsAsAtMiniMax() throws Exception {
        assertRefused(clone("MiniMax001", ",\"text\":\"Hi\""), "model is required");
        assertRefused(clone("MiniMax001", ",\"text\":\"" + "a".repeat(1001) + "\",\"model\":\"x\""), "1000");
        assertThat(code(clone("MiniMax001", ",\"text\":\"" + "😀".repeat(1000) + "\",\"model\":\"x\"")))
                .isZero();
    }

    @Test
    void aLanguageIsAcceptedAndNotLookedAt() throws Exception {
        assertThat(code(clone("MiniMax001", ",\"language_boost\":\"Klingon\""))).isZero();
        assertThat(emulator.voices().get(0).options()).containsEntry("language_boost", "Klingon");
    }

    @ParameterizedTest
    @ValueSource(strings = {"need_noise_reduction", "need_volume_normalization", "aigc_watermark"})
    void flagsAreBooleans(String flag) throws Exception {
        assertRefused(clone("MiniMax001", ",\"" + flag + "\":\"true\""), flag + " must be a boolean");
        assertThat(code(clone("MiniMax001", ",\"" + flag + "\":true"))).isZero();
    }

    @Test
    void voiceIdsFollowMiniMaxsRuleAndAreUnique() throws Exception {
        assertRefused(clone("short77", ""), "voice_id");
        assertThat(code(clone("MiniMax001", ""))).isZero();
        assertThat(code(clone("MiniMax001", ""))).isEqualTo(2039);
    }

    @Test
    void unknownFilesAreRefused() throws Exception {
        source = 77;
        assertThat(code(clone("MiniMax001", ""))).isEqualTo(20132);
    }

    @Test
    void uploadsMayAlsoGoToFilesAsAtOtherGateways() throws Exception {
        BodyPublisher form =
                form(value("purpose", "voice_clone"), file("voice.wav", BodyPublishers.ofByteArray(Sounds.wav(10))));
        source = client.upload("proxy", "/files", form)
                .getAsJsonObject("file")
                .get("file_id")
                .getAsLong();
        assertThat(code(clone("MiniMax001", ""))).isZero();
    }

    @Test
    void withoutAKeyAndWithAWrongOneItAnswersWithTheDocumentsCodes() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.url("proxy", "/voice_clone"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"));
        assertThat(code(Client.json(client.send(request.build())))).isEqualTo(1004);
        request.header("Authorization", "Bearer wrong");
        assertThat(code(Client.json(client.send(request.build())))).isEqualTo(2049);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/get_voice", "/delete_voice", "/voice_clone/", "/minimax-voice-cloning"})
    void whatNoGatewayDocumentsIsNotFound(String path) throws Exception {
        HttpResponse<String> response = client.post("proxy", path, "{\"voice_type\":\"all\"}");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("404 page not found");
    }

    private JsonObject clone(String voiceId, String more) throws IOException, InterruptedException {
        String body = "{\"file_id\":" + source + ",\"voice_id\":\"" + voiceId + "\"" + more + "}";
        return client.call("proxy", "/voice_clone", body);
    }

    private static void assertRefused(JsonObject reply, String part) {
        assertThat(code(reply)).isEqualTo(2013);
        assertThat(message(reply)).contains(part);
    }
}
