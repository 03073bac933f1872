package io.voicecloner.emulator;

import static io.voicecloner.emulator.Client.code;
import static io.voicecloner.emulator.Client.message;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MiniMaxCloneTest {

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
        source = client.fileId("voice_clone", Sounds.wav(12));
        prompt = client.fileId("prompt_audio", Sounds.wav(4));
    }

    @Test
    void aCloneWithoutPreviewIsAnsweredAsDocumented() throws Exception {
        JsonObject reply = clone("MiniMax001", "");
        assertThat(reply)
                .hasToString("{\"input_sensitive\":false,\"input_sensitive_type\":0,\"demo_audio\":\"\","
                        + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
    }

    @Test
    void aCloneWithPreviewCarriesUrlAndHonestFacts() throws Exception {
        JsonObject reply = clone("MiniMax001", ",\"text\":\"Hello, 你好 2!\",\"model\":\"speech-2.8-hd\"");
        assertThat(reply.get("demo_audio").getAsString())
                .matches("http://127\\.0\\.0\\.1:\\d+/preview/[0-9a-f]{32}\\.wav");
        assertThat(reply.getAsJsonObject("extra_info"))
                .hasToString(
                        "{\"audio_length\":12000,\"audio_sample_rate\":8000,\"audio_size\":192044,\"bitrate\":128000,"
                                + "\"word_count\":8,\"usage_characters\":12}");
    }

    @Test
    void whatIsNotKnownOfAPreviewIsLeftOut() throws Exception {
        source = client.fileId(
                "voice_clone", WavFile.riff(WavFile.fmt(0x11, 256), WavFile.data(Duration.ofSeconds(12))));
        JsonObject reply = clone("MiniMax001", ",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"");
        assertThat(reply.getAsJsonObject("extra_info").keySet())
                .containsExactly("audio_sample_rate", "audio_size", "word_count", "usage_characters");
    }

    @Test
    void factsOfAPreviewAreThoseOfItsFormat() throws Exception {
        source = client.fileId("voice_clone", Sounds.mp3());
        JsonObject mp3 = clone("MiniMax001", ",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"");
        assertThat(mp3.getAsJsonObject("extra_info"))
                .hasToString(
                        "{\"audio_length\":12000,\"audio_sample_rate\":48000,\"audio_size\":48192,\"bitrate\":32000,"
                                + "\"word_count\":2,\"usage_characters\":2}");
        source = client.fileId("voice_clone", Sounds.m4a());
        JsonObject m4a = clone("MiniMax002", ",\"text\":\"Hi\",\"model\":\"speech-2.8-hd\"");
        assertThat(m4a.getAsJsonObject("extra_info").get("audio_length").getAsLong())
                .isEqualTo(12_000);
        assertThat(m4a.getAsJsonObject("extra_info").get("audio_sample_rate").getAsLong())
                .isEqualTo(48_000);
    }

    @Test
    void aModelWithoutTextMakesNoPreview() throws Exception {
        JsonObject reply = clone("MiniMax001", ",\"model\":\"speech-2.8-hd\"");
        assertThat(reply.get("demo_audio").getAsString()).isEmpty();
        assertThat(reply.has("extra_info")).isFalse();
    }

    @Test
    void aVoiceIsRememberedWithEverythingTheRequestSaid() throws Exception {
        clone(
                "MiniMax001",
                ",\"clone_prompt\":{\"prompt_audio\":" + prompt + ",\"prompt_text\":\"This voice sounds natural.\"}"
                        + ",\"text\":\"Hi\",\"model\":\"speech-02-hd\",\"language_boost\":\"Chinese,Yue\""
                        + ",\"need_noise_reduction\":true,\"aigc_watermark\":false,\"unheard_of\":{\"a\":[1]}");
        assertThat(emulator.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.provider()).isEqualTo("minimax");
            assertThat(voice.voiceId()).isEqualTo("MiniMax001");
            assertThat(voice.source().origin()).isEqualTo(Long.toString(source));
            assertThat(voice.source().format()).isEqualTo("wav");
            assertThat(voice.source().bytes()).isEqualTo(Sounds.wav(12).length);
            assertThat(voice.source().sha256())
                    .isEqualTo(emulator.uploads().get(0).sha256());
            EmulatedVoice.Prompt example = Objects.requireNonNull(voice.prompt());
            assertThat(example.text()).isEqualTo("This voice sounds natural.");
            assertThat(example.recording().sha256())
                    .isEqualTo(emulator.uploads().get(1).sha256());
            assertThat(voice.options())
                    .containsOnlyKeys(
                            "text", "model", "language_boost", "need_noise_reduction", "aigc_watermark", "unheard_of")
                    .containsEntry("language_boost", "Chinese,Yue")
                    .containsEntry("need_noise_reduction", "true")
                    .containsEntry("unheard_of", "{\"a\":[1]}");
        });
    }

    @Test
    void aSecondVoiceOfTheSameIdIsRefused() throws Exception {
        clone("MiniMax001", "");
        JsonObject reply = clone("MiniMax001", "");
        assertThat(code(reply)).isEqualTo(2039);
        assertThat(message(reply)).isEqualTo("voice clone voice id duplicate");
        assertThat(emulator.voices()).hasSize(1);
        assertThat(emulator.createCount("MiniMax001")).isEqualTo(2);
        assertThat(emulator.createCount("MiniMax002")).isZero();
    }

    @Test
    void ofClonesOfOneIdAtTheSameTimeExactlyOneSucceeds() throws Exception {
        int threads = 8;
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        CountDownLatch ready = new CountDownLatch(threads);
        Callable<Integer> attempt = () -> {
            ready.countDown();
            ready.await();
            return code(clone("MiniMax001", ""));
        };
        try {
            List<Future<Integer>> codes = executor.invokeAll(Collections.nCopies(threads, attempt));
            int made = 0;
            for (Future<Integer> answered : codes) {
                assertThat(answered.get()).isIn(0, 2039);
                made += answered.get() == 0 ? 1 : 0;
            }
            assertThat(made).isEqualTo(1);
        } finally {
            executor.shutdownNow();
        }
        assertThat(emulator.voices()).hasSize(1);
        assertThat(emulator.createCount("MiniMax001")).isEqualTo(threads);
    }

    @Test
    void aRefusedCloneDoesNotUseUpItsId() throws Exception {
        assertThat(code(clone("MiniMax001", ",\"text\":\"Hi\""))).isEqualTo(2013);
        assertThat(code(clone("MiniMax001", ""))).isZero();
    }

    @Test
    void oneUploadServesSeveralVoices() throws Exception {
        assertThat(code(clone("MiniMax001", ""))).isZero();
        assertThat(code(clone("MiniMax002", ""))).isZero();
    }

    @Test
    void voiceIdsFromEightTo256CharactersPass() throws Exception {
        assertThat(code(clone("a234567Z", ""))).isZero();
        assertThat(code(clone("a-_45678", ""))).isZero();
        assertThat(code(clone("v".repeat(256), ""))).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short77",
                "1startsWithDigit",
                "_startsWithMark",
                "endsWithDash-",
                "endsWithUnderscore_",
                "has space",
                "umläut-voice",
                "dotted.voice.id"
            })
    void voiceIdsThatBreakTheRuleAreRefused(String voiceId) throws Exception {
        JsonObject reply = clone(voiceId, "");
        assertThat(code(reply)).isEqualTo(2013);
        assertThat(message(reply)).contains("voice_id");
        assertThat(emulator.voices()).isEmpty();
    }

    @Test
    void aVoiceIdOf257CharactersIsRefused() throws Exception {
        assertThat(code(clone("v".repeat(257), ""))).isEqualTo(2013);
    }

    @Test
    void voiceIdAndFileIdAreRequired() throws Exception {
        assertRefused(client.miniMaxClone("{\"file_id\":" + source + "}"), "voice_id is required");
        assertRefused(client.miniMaxClone("{\"voice_id\":\"MiniMax001\"}"), "file_id is required");
        assertRefused(client.miniMaxClone("{\"voice_id\":\"MiniMax001\",\"file_id\":null}"), "file_id is required");
    }

    @Test
    void aFileIdMayBeAStringOfDigits() throws Exception {
        JsonObject reply = client.miniMaxClone("{\"file_id\":\"" + source + "\",\"voice_id\":\"MiniMax001\"}");
        assertThat(code(reply)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "true", "\"abc\"", "[1]", "9223372036854775808"})
    void aFileIdThatIsNoInt64IsRefused(String fileId) throws Exception {
        assertRefused(
                client.miniMaxClone("{\"voice_id\":\"MiniMax001\",\"file_id\":" + fileId + "}"),
                "file_id must be an int64");
    }

    @Test
    void aFileIdOffByOneIsUnknown() throws Exception {
        JsonObject reply = client.miniMaxClone("{\"voice_id\":\"MiniMax001\",\"file_id\":" + (source + 1) + "}");
        assertThat(code(reply)).isEqualTo(20132);
    }

    @Test
    void filesMustHaveBeenUploadedForTheirPurpose() throws Exception {
        assertRefused(
                client.miniMaxClone("{\"voice_id\":\"MiniMax001\",\"file_id\":" + prompt + "}"), "purpose voice_clone");
        assertRefused(clone("MiniMax001", promptOf(source, "\"Hi.\"")), "purpose prompt_audio");
        assertThat(code(clone("MiniMax001", promptOf(77, "\"Hi.\"")))).isEqualTo(20132);
    }

    @Test
    void bothChildrenOfAPromptAreRequired() throws Exception {
        assertRefused(clone("MiniMax001", ",\"clone_prompt\":{}"), "clone_prompt.");
        assertRefused(
                clone("MiniMax001", ",\"clone_prompt\":{\"prompt_audio\":" + prompt + "}"),
                "clone_prompt.prompt_text is required");
        assertRefused(
                clone("MiniMax001", ",\"clone_prompt\":{\"prompt_text\":\"Hi.\"}"),
                "clone_prompt.prompt_audio is required");
        assertRefused(clone("MiniMax001", promptOf(prompt, "7")), "clone_prompt.prompt_text must be a string");
        assertRefused(clone("MiniMax001", ",\"clone_prompt\":7"), "clone_prompt must be an object");
    }

    @Test
    void textNeedsAModel() throws Exception {
        assertRefused(clone("MiniMax001", ",\"text\":\"Hi\""), "model is required");
        assertRefused(clone("MiniMax001", ",\"text\":\"Hi\",\"model\":\"\""), "model is required");
    }

    @Test
    void textHasAtMostAThousandCodePoints() throws Exception {
        String model = ",\"model\":\"speech-2.8-hd\"";
        assertThat(code(clone("MiniMax001", ",\"text\":\"" + "😀".repeat(1000) + "\"" + model)))
                .isZero();
        assertRefused(clone("MiniMax002", ",\"text\":\"" + "a".repeat(1001) + "\"" + model), "1000");
    }

    @ParameterizedTest
    @CsvSource({
        "speech-2.8-hd",
        "speech-2.8-turbo",
        "speech-2.6-hd",
        "speech-2.6-turbo",
        "speech-02-hd",
        "speech-02-turbo",
        "speech-01-hd",
        "speech-01-turbo"
    })
    void everyDocumentedModelPasses(String model) throws Exception {
        assertThat(code(clone("MiniMax001", ",\"text\":\"Hi(laughs)\",\"model\":\"" + model + "\"")))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech-2.8-hd", "speech-2.8-turbo"})
    void interjectionsAreSoundsAndNoWordsWithTheModelsThatKnowThem(String model) throws Exception {
        String text = "Hi(breath) there(lip-smacking), (clear-throat)you (not a tag)(Laughs).";
        JsonObject info = clone("MiniMax001", ",\"text\":\"" + text + "\",\"model\":\"" + model + "\"")
                .getAsJsonObject("extra_info");
        assertThat(info.get("word_count").getAsInt()).isEqualTo("HithereyounotatagLaughs".length());
        assertThat(info.get("usage_characters").getAsInt()).isEqualTo(text.length());
    }

    @Test
    void interjectionsAreReadAsTextByOtherModels() throws Exception {
        JsonObject reply = clone("MiniMax001", ",\"text\":\"Hi(laughs)\",\"model\":\"speech-2.6-hd\"");
        assertThat(reply.getAsJsonObject("extra_info").get("word_count").getAsInt())
                .isEqualTo("Hilaughs".length());
    }

    @Test
    void anUnknownModelOrLanguageIsRefused() throws Exception {
        assertRefused(clone("MiniMax001", ",\"text\":\"Hi\",\"model\":\"speech-9\""), "model");
        assertRefused(clone("MiniMax001", ",\"language_boost\":\"Klingon\""), "language_boost");
    }

    @Test
    void aNullLanguageIsNone() throws Exception {
        assertThat(code(clone("MiniMax001", ",\"language_boost\":null"))).isZero();
        assertThat(code(clone("MiniMax002", ",\"language_boost\":\"auto\""))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"need_noise_reduction", "need_volume_normalization", "aigc_watermark"})
    void flagsAreBooleans(String flag) throws Exception {
        assertRefused(clone("MiniMax001", ",\"" + flag + "\":\"true\""), flag + " must be a boolean");
        assertRefused(clone("MiniMax001", ",\"" + flag + "\":1"), flag + " must be a boolean");
        assertThat(code(clone("MiniMax001", ",\"" + flag + "\":true"))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{} {}", "{'voice_id':'x'}", "voice_id=x", "{\"a\":1,}"})
    void aBodyThatIsNotOneJsonObjectIsRefused(String body) throws Exception {
        assertThat(code(client.miniMaxClone(body))).isEqualTo(2013);
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws Exception {
        HttpResponse<String> response = client.send(client.authorized(client.url("minimax", "/voice_clone"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(new byte[] {'{', '"', (byte) 0xE4, '"', ':', '1', '}'}))
                .build());
        assertThat(code(Client.json(response))).isEqualTo(2013);
    }

    @Test
    void theContentTypeMustBeJson() throws Exception {
        String body = "{\"file_id\":" + source + ",\"voice_id\":\"MiniMax001\"}";
        assertRefused(Client.json(cloneAs("text/plain", body)), "Content-Type");
        assertThat(code(Client.json(cloneAs("Application/JSON; charset=UTF-8", body))))
                .isZero();
    }

    @Test
    void audioOfEveryFormatIsKnownByItsBytes() throws Exception {
        String[] formats = {"mp3", "mp3", "m4a", "wav"};
        byte[][] recordings = {Sounds.mp3(), Sounds.mp3WithId3(), Sounds.m4a(), Sounds.wav(10)};
        for (int i = 0; i < formats.length; i++) {
            source = client.fileId("voice_clone", recordings[i]);
            assertThat(code(clone("MiniMax00" + i, ""))).isZero();
            assertThat(emulator.voices().get(i).source().format()).isEqualTo(formats[i]);
        }
    }

    @Test
    void otherBytesAreAnUnknownErrorAsTheRealServiceHasIt() throws Exception {
        for (byte[] recording : List.of(Sounds.notes(), Sounds.aac(), new byte[] {1})) {
            source = client.fileId("voice_clone", recording);
            JsonObject reply = clone("MiniMax001", "");
            assertThat(code(reply)).isEqualTo(1000);
            assertThat(message(reply)).isEqualTo("unknown error");
        }
        assertThat(emulator.voices()).isEmpty();
    }

    private HttpResponse<String> cloneAs(String contentType, String body) throws IOException, InterruptedException {
        return client.send(client.authorized(client.url("minimax", "/voice_clone"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private JsonObject clone(String voiceId, String more) throws IOException, InterruptedException {
        return client.miniMaxClone("{\"file_id\":" + source + ",\"voice_id\":\"" + voiceId + "\"" + more + "}");
    }

    private static String promptOf(long fileId, String text) {
        return ",\"clone_prompt\":{\"prompt_audio\":" + fileId + ",\"prompt_text\":" + text + "}";
    }

    private static void assertRefused(JsonObject reply, String part) {
        assertThat(code(reply)).isEqualTo(2013);
        assertThat(message(reply)).startsWith("invalid params, ").contains(part);
    }
}
