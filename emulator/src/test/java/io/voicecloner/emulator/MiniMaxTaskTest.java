package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /t2a_async_v2}, the query of its task and the file. */
class MiniMaxTaskTest {

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension(Emulator.builder().clock(new HandClock()));

    private Emulator emulator;
    private Client client;
    private SpeechClient speech;

    @BeforeEach
    void cloneOne() throws Exception {
        emulator = extension.emulator();
        client = new Client(emulator);
        speech = new SpeechClient(emulator).cloneAt("minimax");
    }

    @Test
    void aTaskIsBegunAndBilledAtOnce() throws Exception {
        JsonObject begun = speech.begin("");
        assertThat(begun.keySet()).containsExactly("task_id", "task_token", "file_id", "usage_characters", "base_resp");
        assertThat(begun.getAsJsonPrimitive("task_id").isNumber()).isTrue();
        assertThat(begun.get("usage_characters").getAsInt()).isEqualTo(2);
        assertThat(emulator.syntheses()).singleElement().satisfies(spoken -> {
            assertThat(spoken.async()).isTrue();
            assertThat(spoken.model()).isEqualTo("speech-02-hd");
        });
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(EmulatedVoice.State.USED);
    }

    @Test
    void theSecondQueryTellsThatTheAudioIsThere() throws Exception {
        JsonObject begun = speech.begin("");
        JsonObject first = speech.query(begun);
        assertThat(first.keySet()).containsExactly("task_id", "status", "file_id", "base_resp");
        assertThat(first.get("status").getAsString()).isEqualTo("Processing");
        assertThat(Client.code(Client.json(retrieve(begun)))).isEqualTo(2013);
        JsonObject second = speech.query(begun);
        assertThat(second.get("status").getAsString()).isEqualTo("Success");
        assertThat(second.get("file_id")).isEqualTo(begun.get("file_id"));
        assertThat(second.get("task_id")).isEqualTo(begun.get("task_id"));
    }

    @ParameterizedTest
    @CsvSource({"0, SUCCEEDED, Success", "3, FAILED, Failed", "2, EXPIRED, Expired"})
    void howATaskEndsIsSetBeforeItBegins(int queries, TaskEnd end, String status) throws Exception {
        emulator.speech("minimax").tasks(queries, end);
        JsonObject begun = speech.begin("");
        emulator.speech("minimax").tasks(0, TaskEnd.SUCCEEDED);
        for (int query = 0; query < queries; query++) {
            assertThat(speech.query(begun).get("status").getAsString()).isEqualTo("Processing");
        }
        JsonObject ended = speech.query(begun);
        assertThat(ended.get("status").getAsString()).isEqualTo(status);
        assertThat(ended.has("file_id")).isEqualTo(end == TaskEnd.SUCCEEDED);
        assertThat(emulator.syntheses()).hasSize(end == TaskEnd.FAILED ? 0 : 1);
        assertThat(emulator.voices().get(0).state())
                .isEqualTo(end == TaskEnd.FAILED ? EmulatedVoice.State.UNUSED : EmulatedVoice.State.USED);
        assertThat(Client.code(Client.json(retrieve(begun)))).isEqualTo(end == TaskEnd.SUCCEEDED ? 0 : 2013);
    }

    @Test
    void theFileIsATarWithTheAudioAndWhatIsKnownOfIt() throws Exception {
        JsonObject begun = finished();
        String id = begun.get("file_id").getAsString();
        Map<String, byte[]> files = untarred(content(begun).body());
        assertThat(files.keySet())
                .containsExactly(
                        id + "/content-" + id + ".mp3",
                        id + "/content-" + id + ".titles",
                        id + "/content-" + id + ".extra");
        assertThat(files.get(id + "/content-" + id + ".mp3")).isEqualTo(speech.recording());
        JsonObject extra = JsonParser.parseString(
                        new String(files.get(id + "/content-" + id + ".extra"), StandardCharsets.UTF_8))
                .getAsJsonObject();
        assertThat(extra.get("audio_length").getAsLong()).isEqualTo(12_000);
        assertThat(new String(files.get(id + "/content-" + id + ".titles"), StandardCharsets.UTF_8))
                .startsWith("[{\"text\":\"Hi\",")
                .contains("\"time_end\":12000");
    }

    @Test
    void theDownloadUrlLivesForNineHours() throws Exception {
        JsonObject begun = finished();
        JsonObject file = Client.json(retrieve(begun)).getAsJsonObject("file");
        assertThat(file.keySet())
                .containsExactly("file_id", "bytes", "created_at", "filename", "purpose", "download_url");
        assertThat(file.get("purpose").getAsString()).isEqualTo("t2a_async");
        assertThat(file.get("filename").getAsString())
                .isEqualTo(begun.get("file_id").getAsString() + ".tar");
        HttpRequest url = HttpRequest.newBuilder(
                        URI.create(file.get("download_url").getAsString()))
                .build();
        emulator.advance(Duration.ofHours(9).minusNanos(1));
        HttpResponse<byte[]> downloaded = client.download(url);
        assertThat(downloaded.body())
                .isEqualTo(content(begun).body())
                .hasSize(file.get("bytes").getAsInt());
        emulator.advance(Duration.ofNanos(1));
        assertThat(client.send(url).statusCode()).isEqualTo(403);
        assertThat(Client.code(Client.json(retrieve(begun)))).isZero();
    }

    @Test
    void theFileIsListedAndDeletedUnderItsPurpose() throws Exception {
        JsonObject begun = finished();
        String delete = "{\"file_id\":" + begun.get("file_id") + ",\"purpose\":\"%s\"}";
        assertThat(Client.json(client.get("minimax", "/files/list?purpose=t2a_async"))
                        .getAsJsonArray("files"))
                .hasSize(1);
        assertThat(Client.code(client.call("minimax", "/files/delete", delete.formatted("voice_clone"))))
                .isEqualTo(2013);
        assertThat(Client.code(client.call("minimax", "/files/delete", delete.formatted("t2a_async"))))
                .isZero();
        assertThat(Client.json(client.get("minimax", "/files/list?purpose=t2a_async"))
                        .getAsJsonArray("files"))
                .isEmpty();
        assertThat(Client.code(Client.json(retrieve(begun)))).isEqualTo(2013);
    }

    @Test
    void tenQueriesASecondAreTheMost() throws Exception {
        emulator.speech("minimax").tasks(100, TaskEnd.SUCCEEDED);
        JsonObject begun = speech.begin("");
        for (int query = 0; query < 10; query++) {
            assertThat(Client.code(speech.query(begun))).isZero();
        }
        assertThat(Client.code(speech.query(begun))).isEqualTo(1002);
        emulator.advance(Duration.ofSeconds(1));
        assertThat(Client.code(speech.query(begun))).isZero();
    }

    @Test
    void tasksTakeLongerTextsAndTheirOwnNameOfTheSampleRate() throws Exception {
        assertThat(Client.code(speech.begin(",\"text\":\"" + "a".repeat(50_000) + "\"")))
                .isZero();
        assertRefused(speech.begin(",\"text\":\"" + "a".repeat(50_001) + "\""), "longer than 50000");
        assertRefused(speech.begin(",\"audio_setting\":{\"audio_sample_rate\":1}"), "audio_setting.audio_sample_rate");
        assertThat(Client.code(speech.begin(",\"audio_setting\":{\"sample_rate\":1,\"format\":\"wav\"}")))
                .isZero();
        assertThat(emulator.syntheses()).hasSize(2);
    }

    @Test
    void aTaskNeedsAVoiceThatIsThere() throws Exception {
        emulator.advance(Duration.ofDays(7));
        assertThat(Client.code(speech.begin(""))).isEqualTo(2054);
        assertThat(emulator.syntheses()).isEmpty();
    }

    @Test
    void anUnknownTaskIsAnInvalidParameter() throws Exception {
        assertRefused(Client.json(client.get("minimax", "/query/t2a_async_query_v2?task_id=7")), "task_id is unknown");
        assertRefused(Client.json(client.get("minimax", "/query/t2a_async_query_v2")), "task_id is required");
        assertRefused(Client.json(client.get("minimax", "/files/retrieve_content?file_id=7")), "file_id is unknown");
    }

    @Test
    void behindAGatewayTheIdMayBeAStringAndTheFileTheAudio() throws Exception {
        emulator.quirk("minimax", Quirk.TASK_ID_AS_STRING);
        emulator.quirk("minimax", Quirk.PLAIN_ASYNC_FILE);
        JsonObject begun = finished();
        assertThat(begun.getAsJsonPrimitive("task_id").isString()).isTrue();
        assertThat(speech.query(begun).getAsJsonPrimitive("task_id").isString()).isTrue();
        HttpResponse<byte[]> file = content(begun);
        assertThat(file.body()).isEqualTo(speech.recording());
        assertThat(file.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
    }

    @Test
    void aNumberOfQueriesIsNotNegative() {
        assertThatThrownBy(() -> emulator.speech("minimax").tasks(-1, TaskEnd.SUCCEEDED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1");
        assertThatThrownBy(() -> emulator.speech("acme")).hasMessageContaining("minimax");
    }

    private JsonObject finished() throws Exception {
        JsonObject begun = speech.begin("");
        speech.query(begun);
        speech.query(begun);
        return begun;
    }

    private HttpResponse<String> retrieve(JsonObject begun) throws Exception {
        return client.get("minimax", "/files/retrieve?file_id=" + begun.get("file_id"));
    }

    private HttpResponse<byte[]> content(JsonObject begun) throws Exception {
        return client.download(
                client.authorized(client.url("minimax", "/files/retrieve_content?file_id=" + begun.get("file_id")))
                        .build());
    }

    /** Name and size of a file stand in octal at the head of its blocks of 512 bytes; two empty blocks are the end. */
    private static Map<String, byte[]> untarred(byte[] tar) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        int at = 0;
        while (tar[at] != 0) {
            String header = new String(tar, at, 512, StandardCharsets.US_ASCII);
            assertThat(header.substring(257, 262)).isEqualTo("ustar");
            int sum = 8 * ' ';
            for (int i = 0; i < 512; i++) {
                sum += i >= 148 && i < 156 ? 0 : tar[at + i];
            }
            assertThat(Integer.parseInt(header.substring(148, 154), 8)).isEqualTo(sum);
            int size = Integer.parseInt(header.substring(124, 135), 8);
            files.put(header.substring(0, header.indexOf('\0')), Arrays.copyOfRange(tar, at + 512, at + 512 + size));
            at += 512 + (size + 511) / 512 * 512;
        }
        assertThat(tar).hasSize(at + 1024);
        return files;
    }

    private static void assertRefused(JsonObject reply, String part) {
        assertThat(Client.code(reply)).isEqualTo(2013);
        assertThat(Client.message(reply)).contains(part);
    }
}
