package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LengthLimitsTest {
    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private AudioServer audio;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        audio = new AudioServer();
        client = new Client(extension.emulator());
    }

    @AfterEach
    void takeDown() {
        audio.close();
    }

    @ParameterizedTest
    @CsvSource({
        "wav, 9999, 2037, voice duration too short",
        "mp3, 9999, 2037, voice duration too short",
        "m4a, 9999, 2037, voice duration too short",
        "wav, 10000, 0, success",
        "mp3, 10000, 0, success",
        "m4a, 10000, 0, success",
        "wav, 300000, 0, success",
        "mp3, 300000, 0, success",
        "m4a, 300000, 0, success",
        "wav, 300001, 2037, voice duration too long",
        "mp3, 300001, 2037, voice duration too long",
        "m4a, 300001, 2037, voice duration too long"
    })
    void aSourceLastsFromTenSecondsToFiveMinutes(String format, long milliseconds, int code, String message)
            throws Exception {
        byte[] recording = recording(format, milliseconds);
        JsonObject reply = client.miniMaxClone(
                "{\"voice_id\":\"MiniMax001\",\"file_id\":" + client.fileId("voice_clone", recording) + "}");
        assertThat(code(reply)).isEqualTo(code);
        assertThat(message(reply)).isEqualTo(message);

        String url = audio.publish("/source", recording);
        assertAnswer(client.post("novita", "/minimax-voice-cloning", "{\"audio_url\":\"" + url + "\"}"), code, message);
        assertThat(extension.emulator().voices()).hasSize(code == 0 ? 2 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "wav, 7999, 0, success",
        "mp3, 7999, 0, success",
        "m4a, 7999, 0, success",
        "wav, 8000, 2048, prompt audio too long",
        "mp3, 8000, 2048, prompt audio too long",
        "m4a, 8000, 2048, prompt audio too long"
    })
    void anExampleLastsLessThanEightSeconds(String format, long milliseconds, int code, String message)
            throws Exception {
        byte[] example = recording(format, milliseconds);
        JsonObject reply = client.miniMaxClone("{\"voice_id\":\"MiniMax001\",\"file_id\":"
                + client.fileId("voice_clone", Sounds.wav(12)) + ",\"clone_prompt\":{\"prompt_audio\":"
                + client.fileId("prompt_audio", example) + ",\"prompt_text\":\"Hi.\"}}");
        assertThat(code(reply)).isEqualTo(code);
        assertThat(message(reply)).isEqualTo(message);

        String source = audio.publish("/source", Sounds.wav(12));
        String prompt = audio.publish("/prompt", example);
        assertAnswer(
                client.post(
                        "novita",
                        "/minimax-voice-cloning",
                        "{\"audio_url\":\"" + source + "\",\"clone_prompt\":{\"prompt_audio_url\":\"" + prompt
                                + "\",\"prompt_text\":\"Hi.\"}}"),
                code,
                message);
        assertThat(extension.emulator().voices()).hasSize(code == 0 ? 2 : 0);
    }

    @Test
    void aRecordingThatDoesNotTellItsLengthPasses() throws Exception {
        byte[] compressed = WavFile.riff(WavFile.fmt(0x11, 256), WavFile.data(Duration.ofSeconds(1)));
        JsonObject reply = client.miniMaxClone("{\"voice_id\":\"MiniMax001\",\"file_id\":"
                + client.fileId("voice_clone", compressed) + ",\"clone_prompt\":{\"prompt_audio\":"
                + client.fileId("prompt_audio", compressed) + ",\"prompt_text\":\"Hi.\"}}");
        assertThat(code(reply)).isZero();
    }

    @Test
    void anUploadIsNotJudgedByItsLength() throws Exception {
        assertThat(code(client.upload("voice_clone", Sounds.wav(1)))).isZero();
        assertThat(code(client.upload("prompt_audio", Sounds.wav(12)))).isZero();
    }

    private static byte[] recording(String format, long milliseconds) {
        Duration length = Duration.ofMillis(milliseconds);
        return switch (format) {
            case "wav" -> Sounds.wav(length);
            case "mp3" -> Sounds.mp3(length);
            default -> Sounds.m4a(length);
        };
    }

    /** Novita, whose message holds MiniMax's words. */
    private static void assertAnswer(HttpResponse<String> response, int code, String message) {
        assertThat(response.statusCode()).isEqualTo(code == 0 ? 200 : 400);
        if (code != 0) {
            JsonObject error = Client.json(response);
            assertThat(error.get("reason").getAsString()).isEqualTo("INVALID_AUDIO_FILE");
            assertThat(error.get("message").getAsString()).startsWith(message + ", trace_id: ");
        }
    }
}
