package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Highway as spec/003 has it: Novita's dialect, with a list of models of its own. */
class HighwayTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private AudioServer audio;
    private Emulator emulator;
    private Client client;
    private String source;

    @BeforeEach
    void publish() throws Exception {
        audio = new AudioServer();
        emulator = extension.emulator();
        client = new Client(emulator);
        source = audio.publish("/me.wav", Sounds.wav(12));
    }

    @AfterEach
    void takeDown() {
        audio.close();
    }

    @Test
    void everythingTheDocumentNamesPasses() throws Exception {
        String prompt = audio.publish("/short.m4a", Sounds.m4a(Duration.ofSeconds(4)));
        HttpResponse<String> response = clone(",\"clone_prompt\":{\"prompt_audio_url\":\"" + prompt
                + "\",\"prompt_text\":\"Hi.\"},\"text\":\"Hello.\""
                + ",\"model\":\"speech-2.8-hd\",\"accuracy\":0.7,\"need_noise_reduction\":true"
                + ",\"need_volume_normalization\":true");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject reply = Client.json(response);
        assertThat(reply.keySet()).containsExactly("demo_audio_url", "voice_id");
        assertThat(emulator.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.provider()).isEqualTo("highway");
            assertThat(voice.voiceId()).isEqualTo(reply.get("voice_id").getAsString());
            assertThat(voice.source().origin()).isEqualTo(source);
            assertThat(voice.prompt()).isNotNull();
            assertThat(voice.options()).containsEntry("model", "speech-2.8-hd").containsEntry("accuracy", "0.7");
        });
        HttpResponse<byte[]> preview = client.download(
                HttpRequest.newBuilder(URI.create(reply.get("demo_audio_url").getAsString()))
                        .build());
        assertThat(preview.body()).isEqualTo(Sounds.wav(12));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speech-02-hd",
                "speech-02-turbo",
                "speech-2.5-hd-preview",
                "speech-2.5-turbo-preview",
                "speech-2.8-hd",
                "speech-2.8-turbo"
            })
    void itsOwnModelsPass(String model) throws Exception {
        assertThat(clone(preview("Hi", model)).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech-2.6-hd", "speech-2.6-turbo", "speech-01-hd", "speech-9"})
    void modelsItDoesNotListAreRefusedThoughNovitaTakesThem(String model) throws Exception {
        assertRefused(clone(preview("Hi", model)), 400, "INVALID_REQUEST_BODY", "model is unknown");
        assertThat(client.post("novita", "/minimax-voice-cloning", body(preview("Hi", model)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void textNeedsAModelAndHasAtMostTwoThousandCodePoints() throws Exception {
        assertRefused(clone(",\"text\":\"Hi\""), 400, "INVALID_REQUEST_BODY", "model is required");
        assertThat(clone(preview("😀".repeat(2000), "speech-02-hd")).statusCode())
                .isEqualTo(200);
        assertRefused(clone(preview("a".repeat(2001), "speech-02-hd")), 400, "INVALID_REQUEST_BODY", "2000");
    }

    @ParameterizedTest
    @CsvSource({"accuracy, 1.5", "accuracy, '\"0.7\"'", "need_noise_reduction, 1", "need_volume_normalization, 1"})
    void optionsOfTheWrongKindAreRefused(String option, String value) throws Exception {
        assertRefused(clone(",\"" + option + "\":" + value), 400, "INVALID_REQUEST_BODY", option);
    }

    @Test
    void whatIsNoAudioIsRefused() throws Exception {
        source = audio.publish("/notes.wav", Sounds.notes());
        assertRefused(clone(""), 400, "INVALID_AUDIO_FILE", "audio_url is not mp3, m4a or wav");
        assertThat(emulator.voices()).isEmpty();
    }

    @Test
    void withoutAKeyAndWithAWrongOneItAnswersAsNovitaDoes() throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(client.url("highway", "/minimax-voice-cloning"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body("")));
        assertRefused(client.send(request.build()), 400, "MISSING_API_KEY", "missing api-key");
        request.header("Authorization", "Bearer wrong");
        assertRefused(client.send(request.build()), 403, "INVALID_API_KEY", "invalid api-key");
        assertThat(audio.hits).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/voice_clone", "/files/upload", "/get_voice", "/delete_voice"})
    void itHasNoOtherPaths(String path) throws Exception {
        assertRefused(client.post("highway", path, "{}"), 404, "API_NOT_FOUND", "api not found");
    }

    private HttpResponse<String> clone(String more) throws IOException, InterruptedException {
        return client.post("highway", "/minimax-voice-cloning", body(more));
    }

    private String body(String more) {
        return "{\"audio_url\":\"" + source + "\"" + more + "}";
    }

    private static String preview(String text, String model) {
        return ",\"text\":\"" + text + "\",\"model\":\"" + model + "\"";
    }

    private static void assertRefused(HttpResponse<String> response, int status, String reason, String part) {
        assertThat(response.statusCode()).isEqualTo(status);
        JsonObject error = Client.json(response);
        assertThat(error.get("code").getAsInt()).isEqualTo(status);
        assertThat(error.get("reason").getAsString()).isEqualTo(reason);
        assertThat(error.get("message").getAsString()).contains(part);
    }
}
