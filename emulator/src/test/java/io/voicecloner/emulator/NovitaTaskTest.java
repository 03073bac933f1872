package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /async/minimax-speech-...} and {@code GET /async/task-result}. */
class NovitaTaskTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private AudioServer audio;
    private Emulator emulator;
    private Client client;
    private SpeechClient speech;

    @BeforeEach
    void publish() throws Exception {
        audio = new AudioServer();
        emulator = extension.emulator();
        client = new Client(emulator);
        speech = new SpeechClient(emulator);
    }

    @AfterEach
    void takeDown() {
        audio.close();
    }

    @ParameterizedTest
    @CsvSource({"novita, 24", "highway, 9"})
    void aTaskIsQueuedThenDone(String provider, int hours) throws Exception {
        JsonObject begun = begin(provider, "speech-02-hd", "");
        assertThat(begun.keySet()).containsExactly("task_id");
        JsonObject queued = result(provider, begun);
        assertThat(queued.keySet()).containsExactly("extra", "task", "images", "videos", "audios");
        assertThat(status(queued)).isEqualTo("TASK_STATUS_QUEUED");
        assertThat(queued.getAsJsonArray("audios")).isEmpty();
        JsonObject done = result(provider, begun);
        assertThat(status(done)).isEqualTo("TASK_STATUS_SUCCEED");
        assertThat(done.getAsJsonObject("task").get("task_id")).isEqualTo(begun.get("task_id"));
        JsonObject spoken = done.getAsJsonArray("audios").get(0).getAsJsonObject();
        assertThat(spoken.get("audio_type").getAsString()).isEqualTo("mp3");
        assertThat(spoken.get("audio_url_ttl").getAsString()).isEqualTo(Integer.toString(hours * 3600));
        HttpRequest url = HttpRequest.newBuilder(
                        URI.create(spoken.get("audio_url").getAsString()))
                .build();
        assertThat(client.download(url).body()).isEqualTo(speech.recording());
        emulator.advance(Duration.ofHours(hours));
        assertThat(client.send(url).statusCode()).isEqualTo(403);
        assertThat(emulator.syntheses())
                .singleElement()
                .satisfies(each -> assertThat(each.async()).isTrue());
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(EmulatedVoice.State.USED);
    }

    @Test
    void aTaskThatFailsSaysSoAndBillsNothing() throws Exception {
        emulator.speech("novita").tasks(2, TaskEnd.FAILED);
        JsonObject begun = begin("novita", "speech-2.6-hd", "");
        assertThat(status(result("novita", begun))).isEqualTo("TASK_STATUS_QUEUED");
        assertThat(status(result("novita", begun))).isEqualTo("TASK_STATUS_PROCESSING");
        JsonObject failed = result("novita", begun);
        assertThat(status(failed)).isEqualTo("TASK_STATUS_FAILED");
        assertThat(failed.getAsJsonObject("task").get("reason").getAsString()).isNotEmpty();
        assertThat(failed.getAsJsonArray("audios")).isEmpty();
        assertThat(emulator.syntheses()).isEmpty();
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(EmulatedVoice.State.UNUSED);
    }

    @Test
    void theNewestModelsReplyAsMiniMaxAndNameTheSampleRateSo() throws Exception {
        JsonObject begun = begin("novita", "speech-2.8-hd", ",\"audio_setting\":{\"sample_rate\":1}");
        assertThat(begun.keySet()).containsExactly("task_id", "task_token", "file_id", "usage_characters", "base_resp");
        assertThat(begun.getAsJsonPrimitive("task_id").isString()).isTrue();
        assertThat(begin("novita", "speech-2.8-hd", ",\"audio_setting\":{\"audio_sample_rate\":1}")
                        .get("reason")
                        .getAsString())
                .isEqualTo("INVALID_REQUEST_BODY");
        assertThat(begin("novita", "speech-02-hd", ",\"audio_setting\":{\"sample_rate\":1}")
                        .get("reason")
                        .getAsString())
                .isEqualTo("INVALID_REQUEST_BODY");
    }

    @Test
    void anUnknownTaskIsNotFound() throws Exception {
        HttpResponse<String> unknown = client.get("novita", "/async/task-result?task_id=x");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(Client.json(unknown).get("reason").getAsString()).isEqualTo("TASK_NOT_FOUND");
        assertThat(client.get("highway", "/async/task-result").statusCode()).isEqualTo(400);
    }

    @Test
    void noTaskOfTheirsExpires() {
        assertThatThrownBy(() -> emulator.speech("highway").tasks(1, TaskEnd.EXPIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no task of highway expires");
    }

    private JsonObject begin(String provider, String model, String more) throws Exception {
        String voiceId = speech.cloneAt(provider, audio);
        return client.call(
                provider,
                "/async/minimax-" + model,
                "{\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"" + voiceId + "\"}" + more + "}");
    }

    private JsonObject result(String provider, JsonObject begun) throws Exception {
        return Client.json(client.get(
                provider, "/async/task-result?task_id=" + begun.get("task_id").getAsString()));
    }

    private static String status(JsonObject result) {
        return result.getAsJsonObject("task").get("status").getAsString();
    }
}
