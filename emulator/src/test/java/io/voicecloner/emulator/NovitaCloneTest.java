package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NovitaCloneTest {

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
    void theDocumentsExampleWorksThoughItsModelIsNotInTheList() throws Exception {
        HttpResponse<String> response = clone("""
                ,"text": "Audio generation technology is evolving rapidly, enabling the creation of speech, music, \
                and sound effects from text or data inputs.",
                "model": "speech-01-hd",
                "need_noise_reduction": true,
                "need_volume_normalization": true""");
        assertThat(response.statusCode()).isEqualTo(200);
        JsonObject reply = Client.json(response);
        assertThat(reply.keySet()).containsExactly("demo_audio_url", "voice_id");
        assertThat(reply.get("voice_id").getAsString()).isNotEmpty();
        HttpResponse<byte[]> preview = client.download(
                HttpRequest.newBuilder(URI.create(reply.get("demo_audio_url").getAsString()))
                        .build());
        assertThat(preview.body()).isEqualTo(Sounds.wav(12));
    }

    @Test
    void withoutTextThereIsNoPreview() throws Exception {
        JsonObject reply = Client.json(clone(""));
        assertThat(reply.get("demo_audio_url").getAsString()).isEmpty();
    }

    @Test
    void everyCloneMakesAVoiceOfItsOwn() throws Exception {
        String first = Client.json(clone("")).get("voice_id").getAsString();
        String second = Client.json(clone("")).get("voice_id").getAsString();
        assertThat(first).isNotEqualTo(second);
        assertThat(emulator.voices()).extracting(EmulatedVoice::voiceId).containsExactly(first, second);
        assertThat(emulator.createCount(first)).isEqualTo(1);
    }

    @Test
    void aVoiceIsRememberedWithEverythingTheRequestSaid() throws Exception {
        String prompt = audio.publish("/short.m4a", Sounds.m4a(Duration.ofSeconds(4)));
        clone(",\"clone_prompt\":{\"prompt_audio_url\":\"" + prompt + "\",\"prompt_text\":\"Hi.\"}"
                + ",\"accuracy\":0.75,\"need_noise_reduction\":false");
        assertThat(emulator.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.provider()).isEqualTo("novita");
            assertThat(voice.source().origin()).isEqualTo(source);
            assertThat(voice.source().bytes()).isEqualTo(Sounds.wav(12).length);
            EmulatedVoice.Prompt example = Objects.requireNonNull(voice.prompt());
            assertThat(example.recording().origin()).isEqualTo(prompt);
            assertThat(example.recording().format()).isEqualTo("m4a");
            assertThat(example.text()).isEqualTo("Hi.");
            assertThat(voice.options())
                    .containsOnlyKeys("accuracy", "need_noise_reduction")
                    .containsEntry("accuracy", "0.75")
                    .containsEntry("need_noise_reduction", "false");
        });
    }

    @Test
    void theUrlIsRequiredAndAString() throws Exception {
        assertRefused(send("{}"), "INVALID_REQUEST_BODY", "audio_url is required");
        assertRefused(send("{\"audio_url\":7}"), "INVALID_REQUEST_BODY", "audio_url must be a string");
    }

    @Test
    void bothChildrenOfAPromptAreRequired() throws Exception {
        assertRefused(
                clone(",\"clone_prompt\":{\"prompt_text\":\"Hi.\"}"),
                "INVALID_REQUEST_BODY",
                "clone_prompt.prompt_audio_url is required");
        assertRefused(
                clone(",\"clone_prompt\":{\"prompt_audio_url\":\"" + source + "\"}"),
                "INVALID_REQUEST_BODY",
                "clone_prompt.prompt_text is required");
    }

    @Test
    void textNeedsAModelAndHasAtMostTwoThousandCodePoints() throws Exception {
        assertRefused(clone(",\"text\":\"Hi\""), "INVALID_REQUEST_BODY", "model is required");
        assertRefused(clone(",\"text\":\"Hi\",\"model\":\"gpt\""), "INVALID_REQUEST_BODY", "model");
        String model = ",\"model\":\"speech-2.5-hd-preview\"";
        assertRefused(clone(",\"text\":\"" + "a".repeat(2001) + "\"" + model), "INVALID_REQUEST_BODY", "2000");
        assertThat(clone(",\"text\":\"" + "😀".repeat(2000) + "\"" + model).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.01", "\"0.7\"", "true", "1e999"})
    void accuracyIsANumberFromZeroToOne(String accuracy) throws Exception {
        assertRefused(clone(",\"accuracy\":" + accuracy), "INVALID_REQUEST_BODY", "accuracy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.7"})
    void theEndsOfAccuracyPass(String accuracy) throws Exception {
        assertThat(clone(",\"accuracy\":" + accuracy).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"need_noise_reduction", "need_volume_normalization"})
    void flagsAreBooleans(String flag) throws Exception {
        assertRefused(clone(",\"" + flag + "\":\"true\""), "INVALID_REQUEST_BODY", flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "audio_url=x"})
    void aBodyThatIsNoJsonObjectIsRefused(String body) throws Exception {
        assertRefused(send(body), "INVALID_REQUEST_BODY", "JSON");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com/voice.mp3",
                "http://127.0.0.1@example.com/voice.mp3",
                "http://127.0.0.1.example.com/voice.mp3",
                "http://127.0.0.999/voice.mp3",
                "http://10.0.0.1/voice.mp3",
                "http://[::2]/voice.mp3",
                "http://2130706433/voice.mp3",
                "file:///etc/hostname",
                "ftp://127.0.0.1/voice.mp3",
                "data:audio/mpeg;base64,SUQz",
                "voice.mp3"
            })
    void onlyLoopbackHostsAreFetchedFrom(String url) throws Exception {
        assertRefused(
                send("{\"audio_url\":\"" + url + "\"}"), "INVALID_AUDIO_FILE", "only fetches from loopback hosts");
    }

    @Test
    void localhostIsLoopbackToo() throws Exception {
        HttpResponse<String> response = send("{\"audio_url\":\"" + source.replace("127.0.0.1", "localhost") + "\"}");
        assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void aUrlThatIsNoneIsRefused() throws Exception {
        assertRefused(send("{\"audio_url\":\"http://127.0.0.1:99999999/x\"}"), "INVALID_AUDIO_FILE", "is not a URL");
        assertRefused(send("{\"audio_url\":\"http://127.0.0.1/a b\"}"), "INVALID_AUDIO_FILE", "is not a URL");
    }

    @Test
    void redirectsAreNotFollowed() throws Exception {
        String url = audio.redirect("/moved", source);
        assertRefused(send("{\"audio_url\":\"" + url + "\"}"), "INVALID_AUDIO_FILE", "HTTP 302");
        assertThat(audio.hits).hasValue(0);
    }

    @Test
    void whatCannotBeFetchedIsRefused() throws Exception {
        assertRefused(send("{\"audio_url\":\"" + audio.url("/missing.wav") + "\"}"), "INVALID_AUDIO_FILE", "HTTP 404");
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertRefused(
                send("{\"audio_url\":\"http://127.0.0.1:" + free + "/me.wav\"}"),
                "INVALID_AUDIO_FILE",
                "could not be fetched");
    }

    @Test
    void aRecordingCutShortIsRefused() throws Exception {
        String url = audio.publishCutShort("/half.wav", Sounds.wav(12));
        assertRefused(send("{\"audio_url\":\"" + url + "\"}"), "INVALID_AUDIO_FILE", "could not be fetched");
    }

    @Test
    void aRecordingAboveTwentyMegabytesIsRefused() throws Exception {
        String url = audio.publishZeros("/large.wav", 20 * 1024 * 1024 + 1);
        assertRefused(send("{\"audio_url\":\"" + url + "\"}"), "INVALID_AUDIO_FILE", "larger than 20 MB");
    }

    @Test
    void otherBytesThanAudioAreRefused() throws Exception {
        for (byte[] content : Arrays.asList(Sounds.notes(), new byte[0])) {
            String url = audio.publish("/other" + content.length, content);
            assertRefused(send("{\"audio_url\":\"" + url + "\"}"), "INVALID_AUDIO_FILE", "is not mp3, m4a or wav");
        }
        String notes = audio.publish("/notes.wav", Sounds.notes());
        assertRefused(
                clone(",\"clone_prompt\":{\"prompt_audio_url\":\"" + notes + "\",\"prompt_text\":\"Hi.\"}"),
                "INVALID_AUDIO_FILE",
                "clone_prompt.prompt_audio_url is not");
        assertThat(emulator.voices()).isEmpty();
    }

    private HttpResponse<String> clone(String more) throws IOException, InterruptedException {
        return send("{\"audio_url\":\"" + source + "\"" + more + "}");
    }

    private HttpResponse<String> send(String json) throws IOException, InterruptedException {
        return client.post("novita", "/minimax-voice-cloning", json);
    }

    private static void assertRefused(HttpResponse<String> response, String reason, String part) {
        assertThat(response.statusCode()).isEqualTo(400);
        JsonObject error = Client.json(response);
        assertThat(error.get("code").getAsInt()).isEqualTo(400);
        assertThat(error.get("reason").getAsString()).isEqualTo(reason);
        assertThat(error.get("message").getAsString()).contains(part).containsPattern(", trace_id: [0-9a-f]{32}$");
        assertThat(error.getAsJsonObject("metadata").size()).isZero();
    }
}
