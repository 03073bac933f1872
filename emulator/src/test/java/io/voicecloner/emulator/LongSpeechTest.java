package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a heap smaller than what is sent. */
class LongSpeechTest {
    private static final long MORE_THAN_THE_HEAP = 66_000_000;

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension();

    private Emulator emulator;
    private SpeechClient speech;

    @BeforeEach
    void cloneOne() throws Exception {
        emulator = extension.emulator();
        speech = new SpeechClient(emulator).cloneAt("minimax");
    }

    @Test
    void aShortRecordingMakesALongAnswer() throws Exception {
        emulator.speech("minimax").repeatAudio(3);
        JsonObject reply = Client.json(speech.speak(""));
        byte[] audio = MiniMaxSpeechTest.audio(reply.getAsJsonObject("data"));
        assertThat(audio).isEqualTo(Sounds.concat(speech.recording(), speech.recording(), speech.recording()));
        JsonObject info = reply.getAsJsonObject("extra_info");
        assertThat(info.get("audio_length").getAsLong()).isEqualTo(36_000);
        assertThat(info.get("audio_size").getAsLong()).isEqualTo(audio.length);
    }

    @Test
    void ofWavAPlayerHearsOnlyTheFirst() throws Exception {
        Client client = new Client(emulator);
        long fileId = client.fileId("voice_clone", Sounds.wav(10));
        client.miniMaxClone("{\"file_id\":" + fileId + ",\"voice_id\":\"WaveVoice1\"}");
        emulator.speech("minimax").repeatAudio(2);
        JsonObject info = client.call(
                        "minimax", "/t2a_v2", SpeechClient.body("").replace(SpeechClient.VOICE, "WaveVoice1"))
                .getAsJsonObject("extra_info");
        assertThat(info.get("audio_format").getAsString()).isEqualTo("wav");
        assertThat(info.get("audio_length").getAsLong()).isEqualTo(10_000);
        assertThat(info.get("audio_size").getAsLong()).isEqualTo(2L * Sounds.wav(10).length);
    }

    @Test
    void moreThanTheHeapHoldsComesInOneJsonObject() throws Exception {
        repeatBeyondTheHeap();
        HttpResponse<InputStream> response = post("");
        long length = response.headers().firstValueAsLong("Content-Length").orElseThrow();
        assertThat(length).isGreaterThan(MORE_THAN_THE_HEAP);
        assertThat(drained(response.body())).isEqualTo(length);
    }

    @Test
    void moreThanTheHeapHoldsComesAsAStream() throws Exception {
        repeatBeyondTheHeap();
        assertThat(drained(post(",\"stream\":true").body())).isGreaterThan(2 * MORE_THAN_THE_HEAP);
    }

    @Test
    void closingBreaksOffAStreamThatNobodyReads() throws Exception {
        repeatBeyondTheHeap();
        try (InputStream unread = post(",\"stream\":true").body()) {
            assertThat(unread.read()).isEqualTo('d');
            Instant before = Instant.now();
            emulator.close();
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
            assertThatThrownBy(() -> drained(unread)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aRecordingIsPlayedOnceAtLeast() {
        assertThatThrownBy(() -> emulator.speech("minimax").repeatAudio(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0 times");
    }

    private void repeatBeyondTheHeap() {
        assertThat(MORE_THAN_THE_HEAP).isLessThan(2 * Runtime.getRuntime().maxMemory());
        emulator.speech("minimax").repeatAudio((int) (MORE_THAN_THE_HEAP / 2 / speech.recording().length) + 1);
    }

    private HttpResponse<InputStream> post(String more) throws IOException, InterruptedException {
        Client client = new Client(emulator);
        return HttpClient.newHttpClient()
                .send(
                        client.authorized(client.url("minimax", "/t2a_v2"))
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(SpeechClient.body(more)))
                                .build(),
                        BodyHandlers.ofInputStream());
    }

    private static long drained(InputStream in) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        try (in) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                total += read;
            }
        }
        return total;
    }
}
