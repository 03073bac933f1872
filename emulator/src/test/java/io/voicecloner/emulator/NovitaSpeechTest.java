package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /minimax-speech-...} of Novita and Highway. */
class NovitaSpeechTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private AudioServer audio;
    private Emulator emulator;
    private Client client;
    private byte[] recording;

    @BeforeEach
    void publish() throws Exception {
        audio = new AudioServer();
        emulator = extension.emulator();
        client = new Client(emulator);
        recording = Sounds.mp3();
    }

    @AfterEach
    void takeDown() {
        audio.close();
    }

    @ParameterizedTest
    @CsvSource({"novita, speech-02-hd", "novita, speech-2.6-turbo", "highway, speech-02-turbo"})
    void theReplyIsFlat(String provider, String model) throws Exception {
        String voiceId = clone(provider);
        JsonObject reply = Client.json(speak(provider, model, voiceId, ""));
        assertThat(reply.keySet()).containsExactly("audio");
        assertThat(MiniMaxSpeechTest.audio(reply)).isEqualTo(recording);
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(EmulatedVoice.State.USED);
        assertThat(emulator.syntheses()).singleElement().satisfies(spoken -> {
            assertThat(spoken.provider()).isEqualTo(provider);
            assertThat(spoken.model()).isEqualTo(model);
            assertThat(spoken.voiceId()).isEqualTo(voiceId);
            assertThat(spoken.characters()).isEqualTo(2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"novita", "highway"})
    void theReplyOfTheNewestModelsIsThatOfMiniMax(String provider) throws Exception {
        JsonObject reply = Client.json(speak(provider, "speech-2.8-hd", clone(provider), ""));
        assertThat(reply.keySet()).containsExactly("data", "extra_info", "trace_id", "base_resp");
        assertThat(MiniMaxSpeechTest.audio(reply.getAsJsonObject("data"))).isEqualTo(recording);
    }

    @Test
    void aUrlIsDownloadedWithoutTheKeyAndLivesForADay() throws Exception {
        JsonObject reply = Client.json(speak("novita", "speech-02-hd", clone("novita"), ",\"output_format\":\"url\""));
        HttpRequest url = HttpRequest.newBuilder(URI.create(reply.get("audio").getAsString()))
                .build();
        assertThat(client.download(url).body()).isEqualTo(recording);
        emulator.advance(Duration.ofHours(24));
        assertThat(client.send(url).statusCode()).isEqualTo(403);
    }

    @Test
    void aStreamEndsWithoutAudio() throws Exception {
        HttpResponse<String> response = speak("novita", "speech-02-hd", clone("novita"), ",\"stream\":true");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        List<JsonObject> chunks = MiniMaxSpeechTest.chunks(response);
        assertThat(chunks.remove(chunks.size() - 1)).hasToString("{\"status\":2}");
        assertThat(chunks)
                .hasSizeGreaterThan(3)
                .allSatisfy(chunk -> assertThat(chunk.get("status").getAsInt()).isOne());
        assertThat(Sounds.concat(chunks.stream().map(MiniMaxSpeechTest::audio).toArray(byte[][]::new)))
                .isEqualTo(recording);
    }

    @Test
    void aStreamOfTheNewestModelsRepeatsAllUnlessToldNotTo() throws Exception {
        String voiceId = clone("highway");
        List<JsonObject> chunks =
                MiniMaxSpeechTest.chunks(speak("highway", "speech-2.8-turbo", voiceId, ",\"stream\":true"));
        JsonObject last = chunks.get(chunks.size() - 1).getAsJsonObject("data");
        assertThat(MiniMaxSpeechTest.audio(last)).isEqualTo(recording);
        chunks = MiniMaxSpeechTest.chunks(speak(
                "highway",
                "speech-2.8-turbo",
                voiceId,
                ",\"stream\":true,\"stream_options\":{\"exclude_aggregated_audio\":true}"));
        last = chunks.get(chunks.size() - 1).getAsJsonObject("data");
        assertThat(MiniMaxSpeechTest.audio(last)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"novita, speech-01-hd", "highway, speech-2.6-hd", "novita, speech-9"})
    void aModelWithoutAPathIsAnUnknownApi(String provider, String model) throws Exception {
        HttpResponse<String> response = speak(provider, model, clone(provider), "");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(Client.json(response).get("reason").getAsString()).isEqualTo("API_NOT_FOUND");
        assertThat(emulator.syntheses()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech-02-hd", "speech-2.8-hd"})
    void anUnknownVoiceIsRefusedInTheEnvelopeWithTheUpstreamsWords(String model) throws Exception {
        assertRefused(speak("novita", model, "voice_nobody", ""), "2054 voice id not exist");
        assertRefused(speak("highway", model, clone("novita"), ",\"stream\":true"), "2042 you don't have access");
    }

    @Test
    void theSettingsAreChecked() throws Exception {
        String voiceId = clone("novita");
        assertRefused(client.post("novita", "/minimax-speech-02-hd", "{}"), "text is required");
        assertRefused(client.post("novita", "/minimax-speech-02-hd", "{\"text\":\"Hi\"}"), "voice_id is required");
        assertRefused(speak("novita", "speech-02-hd", voiceId, ",\"audio_setting\":{\"channel\":0}"), "channel");
        assertThat(emulator.syntheses()).isEmpty();
    }

    private String clone(String provider) throws IOException, InterruptedException {
        return new SpeechClient(emulator).cloneAt(provider, audio);
    }

    private HttpResponse<String> speak(String provider, String model, String voiceId, String more)
            throws IOException, InterruptedException {
        return client.post(
                provider,
                "/minimax-" + model,
                "{\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"" + voiceId + "\"}" + more + "}");
    }

    private static void assertRefused(HttpResponse<String> response, String part) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonObject error = Client.json(response);
        assertThat(error.get("reason").getAsString()).isEqualTo("INVALID_REQUEST_BODY");
        assertThat(error.get("message").getAsString()).contains(part);
    }
}
