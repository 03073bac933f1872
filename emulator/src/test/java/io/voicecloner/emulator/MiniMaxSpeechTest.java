package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /t2a_v2}. */
class MiniMaxSpeechTest {
    private static final String VOICE = "\"voice_setting\":{\"voice_id\":\"MiniMax001\"}";

    @RegisterExtension
    final EmulatorExtension extension = new EmulatorExtension(Emulator.builder().clock(new HandClock()));

    private Emulator emulator;
    private Client client;
    private byte[] recording;

    @BeforeEach
    void cloneOne() throws Exception {
        emulator = extension.emulator();
        client = new Client(emulator);
        recording = Sounds.mp3();
        clone("minimax");
    }

    @Test
    void theAudioIsTheRecordingInHexWithWhatIsTrueOfIt() throws Exception {
        HttpResponse<String> response = speak(",\"text\":\"Hello, world\"");
        JsonObject reply = Client.json(response);
        assertThat(reply.keySet()).containsExactly("data", "extra_info", "trace_id", "base_resp");
        assertThat(audio(reply.getAsJsonObject("data"))).isEqualTo(recording);
        assertThat(reply.getAsJsonObject("data").get("status").getAsInt()).isEqualTo(2);
        JsonObject info = reply.getAsJsonObject("extra_info");
        assertThat(info.get("audio_format").getAsString()).isEqualTo("mp3");
        assertThat(info.get("audio_length").getAsLong()).isEqualTo(12_000);
        assertThat(info.get("audio_size").getAsLong()).isEqualTo(recording.length);
        assertThat(info.get("usage_characters").getAsLong()).isEqualTo(12);
        assertThat(info.get("word_count").getAsLong()).isEqualTo(10);
        assertThat(info.get("invisible_character_ratio").getAsDouble()).isZero();
        assertThat(reply.get("trace_id").getAsString())
                .isEqualTo(response.headers().firstValue("Trace-Id").orElseThrow());
        assertThat(Client.code(reply)).isZero();
    }

    @Test
    void aVoiceThatSpokeStaysAndIsListed() throws Exception {
        speak(",\"text\":\"Hi\"");
        emulator.advance(Duration.ofDays(8));
        assertThat(emulator.voices()).extracting(EmulatedVoice::state).containsExactly(EmulatedVoice.State.USED);
        JsonObject listed = client.call("minimax", "/get_voice", "{\"voice_type\":\"voice_cloning\"}");
        assertThat(listed.getAsJsonArray("voice_cloning")).hasSize(1);
    }

    @Test
    void whatWasSpokenIsRemembered() throws Exception {
        speak(",\"text\":\"h\uD83D\uDE00\",\"language_boost\":\"English\"");
        assertThat(emulator.syntheses()).singleElement().satisfies(spoken -> {
            assertThat(spoken.provider()).isEqualTo("minimax");
            assertThat(spoken.voiceId()).isEqualTo("MiniMax001");
            assertThat(spoken.model()).isEqualTo("speech-2.8-hd");
            assertThat(spoken.characters()).isEqualTo(2);
            assertThat(spoken.at()).isEqualTo(HandClock.START);
            assertThat(spoken.async()).isFalse();
            assertThat(spoken.options())
                    .containsEntry("language_boost", "English")
                    .containsEntry("voice_setting", "{\"voice_id\":\"MiniMax001\"}")
                    .doesNotContainKeys("text", "model");
        });
    }

    @Test
    void aUrlLivesForADay() throws Exception {
        JsonObject reply = Client.json(speak(",\"text\":\"Hi\",\"output_format\":\"url\""));
        URI url = URI.create(reply.getAsJsonObject("data").get("audio").getAsString());
        assertThat(reply.has("extra_info")).isTrue();
        emulator.advance(Duration.ofHours(24).minusNanos(1));
        HttpResponse<byte[]> audio = client.download(HttpRequest.newBuilder(url).build());
        assertThat(audio.body()).isEqualTo(recording);
        assertThat(audio.headers().firstValue("Content-Type")).hasValue("audio/mpeg");
        emulator.advance(Duration.ofNanos(1));
        assertThat(client.send(HttpRequest.newBuilder(url).build()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void aStreamEndsWithTheWholeAudioOnceMore() throws Exception {
        HttpResponse<String> response = speak(",\"text\":\"Hi\",\"stream\":true,\"output_format\":\"url\"");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        assertThat(response.headers().firstValue("Content-Length")).isEmpty();
        List<JsonObject> chunks = chunks(response);
        JsonObject last = chunks.remove(chunks.size() - 1);
        assertThat(chunks).hasSizeGreaterThan(3).allSatisfy(chunk -> {
            assertThat(chunk.keySet()).containsExactly("data", "trace_id", "base_resp");
            assertThat(chunk.getAsJsonObject("data").get("status").getAsInt()).isOne();
        });
        assertThat(joined(chunks)).isEqualTo(recording);
        assertThat(last.getAsJsonObject("data").get("status").getAsInt()).isEqualTo(2);
        assertThat(audio(last.getAsJsonObject("data"))).isEqualTo(recording);
        assertThat(last.getAsJsonObject("extra_info").get("usage_characters").getAsInt())
                .isEqualTo(2);
    }

    @Test
    void onRequestTheLastChunkHasNoAudio() throws Exception {
        List<JsonObject> chunks = chunks(
                speak(",\"text\":\"Hi\",\"stream\":true,\"stream_options\":{\"exclude_aggregated_audio\":true}"));
        JsonObject last = chunks.get(chunks.size() - 1).getAsJsonObject("data");
        assertThat(last).hasToString("{\"audio\":\"\",\"status\":2}");
        assertThat(joined(chunks)).isEqualTo(recording);
    }

    @Test
    void theErrorOfAStreamIsPlainJson() throws Exception {
        HttpResponse<String> response =
                speak(",\"text\":\"Hi\",\"stream\":true,\"voice_setting\":{\"voice_id\":\"nobody\"}");
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json; charset=utf-8");
        assertThat(Client.code(Client.json(response))).isEqualTo(2054);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MiniMax002", "Chinese (Mandarin)_Reliable_Executive"})
    void onlyVoicesClonedHereCanSpeak(String voiceId) throws Exception {
        assertRefused(",\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"" + voiceId + "\"}", 2054, "not exist");
    }

    @Test
    void aVoiceThatIsGoneCannotSpeak() throws Exception {
        emulator.advance(Duration.ofDays(7));
        assertRefused(",\"text\":\"Hi\"", 2054, "not exist");
    }

    @Test
    void theVoiceOfAnotherAccountIsNotToBeSpokenWith() throws Exception {
        long fileId = client.fileId("proxy", "voice_clone", recording);
        client.call("proxy", "/voice_clone", "{\"file_id\":" + fileId + ",\"voice_id\":\"Elsewhere1\"}");
        assertRefused(",\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"Elsewhere1\"}", 2042, "access");
    }

    @Test
    void aVoiceSpeaksOnWhenItsRecordingIsDeleted() throws Exception {
        long fileId = emulator.uploads().get(0).fileId();
        client.call("minimax", "/files/delete", "{\"file_id\":" + fileId + ",\"purpose\":\"voice_clone\"}");
        assertThat(audio(Client.json(speak(",\"text\":\"Hi\"")).getAsJsonObject("data")))
                .isEqualTo(recording);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | model is required",
                "{\"model\":\"speech-9\",\"text\":\"Hi\"} | model is unknown",
                "{\"model\":\"speech-02-hd\"} | text is required",
                "{\"model\":\"speech-02-hd\",\"text\":\"Hi\"} | voice_setting.voice_id is required",
                "{\"model\":\"speech-02-hd\",\"text\":\"Hi\",\"voice_setting\":{}} | voice_setting.voice_id is required"
            })
    void whatIsRequiredMustBeThere(String body, String problem) throws Exception {
        JsonObject reply = client.call("minimax", "/t2a_v2", body);
        assertThat(reply.keySet()).containsExactly("base_resp");
        assertThat(Client.code(reply)).isEqualTo(2013);
        assertThat(Client.message(reply)).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "speed | 0.49",
                "speed | 2.01",
                "vol | 0",
                "vol | 10.1",
                "pitch | 13",
                "pitch | -13",
                "pitch | 0.5",
                "emotion | \"bored\"",
                "speed | \"1\""
            })
    void settingsOfTheVoiceHaveBounds(String name, String value) throws Exception {
        assertRefused(
                ",\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"MiniMax001\",\"" + name + "\":" + value + "}",
                2013,
                "voice_setting." + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"speed\":0.5,\"vol\":0.1,\"pitch\":-12,\"emotion\":\"calm\"",
                "\"speed\":2,\"vol\":10,\"pitch\":12.0,\"emotion\":\"whisper\""
            })
    void theEndsOfTheBoundsPass(String settings) throws Exception {
        assertThat(code(",\"text\":\"Hi\",\"voice_setting\":{\"voice_id\":\"MiniMax001\"," + settings + "}"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"sample_rate | 48000", "bitrate | 128", "format | \"m4a\"", "channel | 3", "force_cbr | 1"})
    void settingsOfTheAudioAreThoseThereAre(String name, String value) throws Exception {
        assertRefused(
                ",\"text\":\"Hi\",\"audio_setting\":{\"" + name + "\":" + value + "}", 2013, "audio_setting." + name);
    }

    @Test
    void wavCannotBeStreamed() throws Exception {
        String wav = ",\"text\":\"Hi\",\"audio_setting\":{\"format\":\"wav\",\"sample_rate\":44100}";
        assertThat(code(wav)).isZero();
        assertRefused(wav + ",\"stream\":true", 2013, "wav cannot be streamed");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",\"output_format\":\"base64\" | output_format",
                ",\"stream\":\"yes\" | stream",
                ",\"stream_options\":{\"exclude_aggregated_audio\":1} | exclude_aggregated_audio",
                ",\"language_boost\":\"Klingon\" | language_boost"
            })
    void otherMembersAreCheckedToo(String member, String problem) throws Exception {
        assertRefused(",\"text\":\"Hi\"" + member, 2013, problem);
    }

    @Test
    void tenThousandCharactersAreTooMany() throws Exception {
        assertThat(code(",\"text\":\"" + "\uD83D\uDE00".repeat(9_999) + "\"")).isZero();
        assertRefused(",\"text\":\"" + "a".repeat(10_000) + "\"", 2013, "longer than 9999");
    }

    @Test
    void oneCharacterInTenMayBeInvisible() throws Exception {
        JsonObject reply = Client.json(speak(",\"text\":\"123456789\\u0001\""));
        assertThat(reply.getAsJsonObject("extra_info")
                        .get("invisible_character_ratio")
                        .getAsDouble())
                .isEqualTo(0.1);
        assertRefused(",\"text\":\"12345678\\u0001\"", 1042, "illegal characters");
    }

    @Test
    void aGatewaySpeaksTheSameWithAnyModel() throws Exception {
        clone("proxy");
        JsonObject reply = client.call("proxy", "/t2a_v2", "{\"model\":\"my-model\",\"text\":\"Hi\"," + VOICE + "}");
        assertThat(audio(reply.getAsJsonObject("data"))).isEqualTo(recording);
    }

    static List<JsonObject> chunks(HttpResponse<String> response) {
        List<JsonObject> chunks = new ArrayList<>();
        for (String event : response.body().split("\n\n", -1)) {
            if (event.isEmpty()) {
                return chunks;
            }
            assertThat(event).startsWith("data: ").doesNotContain("\n");
            chunks.add(JsonParser.parseString(event.substring(6)).getAsJsonObject());
        }
        throw new AssertionError("the stream does not end with an empty line");
    }

    private static byte[] joined(List<JsonObject> chunks) {
        return Sounds.concat(chunks.stream()
                .map(chunk -> audio(chunk.getAsJsonObject("data")))
                .toArray(byte[][]::new));
    }

    static byte[] audio(JsonObject data) {
        return HexFormat.of().parseHex(data.get("audio").getAsString());
    }

    private void clone(String provider) throws IOException, InterruptedException {
        long fileId = client.fileId(provider, "voice_clone", recording);
        client.call(provider, "/voice_clone", "{\"file_id\":" + fileId + ",\"voice_id\":\"MiniMax001\"}");
    }

    private void assertRefused(String members, int code, String part) throws IOException, InterruptedException {
        int before = emulator.syntheses().size();
        JsonObject reply = Client.json(speak(members));
        assertThat(Client.code(reply)).isEqualTo(code);
        assertThat(Client.message(reply)).contains(part);
        assertThat(emulator.syntheses()).hasSize(before);
    }

    private int code(String members) throws IOException, InterruptedException {
        return Client.code(Client.json(speak(members)));
    }

    /** With a model, and the voice unless another is given. */
    private HttpResponse<String> speak(String members) throws IOException, InterruptedException {
        String voice = members.contains("voice_setting") ? "" : "," + VOICE;
        return client.post("minimax", "/t2a_v2", "{\"model\":\"speech-2.8-hd\"" + voice + members + "}");
    }
}
