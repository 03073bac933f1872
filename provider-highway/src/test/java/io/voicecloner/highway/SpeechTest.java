package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Feature;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Reason;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceNotFoundException;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speech as docs.jiekou.ai describes it for this host (wire-facts 3.4): the dialect of Novita, with the models of spec/003. */
class SpeechTest {
    private static final SpeechRequest WORDS =
            SpeechRequest.of(VoiceRef.of("highway", "hw-1"), "A gentle breeze passes over the soft grass.");

    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speech-2.8-hd",
                "speech-2.8-turbo",
                "speech-2.5-hd-preview",
                "speech-2.5-turbo-preview",
                "speech-02-hd",
                "speech-02-turbo"
            })
    void eachModelOfThePageIsAPath(String model) {
        highway.onClone(Reply.json("{\"audio\":\"00ff\"}"));

        assertThat(spoken(WORDS.withModel(model)).bytes()).isEqualTo(2);

        assertThat(highway.request().path()).isEqualTo("/v3/minimax-" + model);
        assertThat(Json.parse(highway.request().text())).isEqualTo(Json.parse("""
                {"text":"A gentle breeze passes over the soft grass.","voice_setting":{"voice_id":"hw-1"}}"""));
        assertThat(highway.request().header("Authorization")).containsExactly("Bearer " + HighwayBench.KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech-2.6-hd", "speech-01-hd", "speech-9"})
    void aModelThatThePageDoesNotListHasNoPath(String model) {
        assertThat(failure(WORDS.withModel(model))).isInstanceOf(InvalidRequestException.class);

        assertThat(highway.received()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"audio\":\"00FF\"}",
                "{\"data\":{\"audio\":\"00ff\",\"status\":2},\"base_resp\":{\"status_code\":0}}"
            })
    void theAudioIsFoundFlatAndNested(String reply) {
        highway.onClone(Reply.json(reply));

        assertThat(spoken(WORDS).bytes()).isEqualTo(2);
    }

    @Test
    @Tag("B93")
    void aStreamIsHeardOnceAlsoIfItsLastPieceRepeatsIt() {
        highway.onClone(Reply.of(200, "text/event-stream", """
                data: {"audio":"0102","status":1}

                data: {"audio":"0304","status":1}

                data: {"audio":"01020304","status":2}

                """));
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (VoiceCloner cloner = highway.open()) {
            cloner.speech().synthesize(WORDS, heard);
        }

        assertThat(heard.toByteArray()).containsExactly(1, 2, 3, 4);
        assertThat(Json.parse(highway.request().text())).isEqualTo(Json.parse("""
                {"text":"A gentle breeze passes over the soft grass.","stream":true,
                 "stream_options":{"exclude_aggregated_audio":true},"voice_setting":{"voice_id":"hw-1"}}"""));
    }

    @Test
    void aLongTextIsATaskWhoseRecordingIsFetched() {
        byte[] audio = "a recording".getBytes(StandardCharsets.US_ASCII);
        highway.onRequest(request -> switch (request.path()) {
            case "/v3/async/minimax-speech-2.8-hd" -> Reply.json("{\"task_id\":\"t-1\"}");
            case "/v3/async/task-result" ->
                Reply.json("{\"task\":{\"status\":\"TASK_STATUS_SUCCEED\"},\"audios\":[{\"audio_url\":\""
                        + highway.server().uri("/a.mp3") + "\",\"audio_url_ttl\":\"32400\"}]}");
            default -> Reply.bytes(Reply.message(200, "audio/mpeg", audio));
        });

        assertThat(spoken(SpeechRequest.of(WORDS.voice(), "Hello. ".repeat(2_000))
                                .withSampleRate(24_000))
                        .bytes())
                .isEqualTo(audio.length);

        assertThat(highway.received().get(0).text())
                .contains("\"audio_setting\":{\"audio_sample_rate\":24000}")
                .doesNotContain("model");
        assertThat(highway.received().get(1).query()).contains("task_id=t-1");
    }

    @ParameterizedTest
    @CsvSource({
        "2054, VOICE_NOT_FOUND, MISSING_VOICE",
        "2042, ACCESS, FOREIGN_VOICE",
        "1039, RATE_LIMITED, RATE",
        "1042, INVALID_REQUEST, PARAMETER"
    })
    void aCodeFromBehindItIsUnderstood(int code, Category category, Reason reason) {
        highway.onClone(Reply.json("{\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"own words\"}}"));

        VoiceClonerException failure = failure(WORDS);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.provider()).contains("highway");
    }

    @Test
    void aMissingVoiceIsToldByTheWordsOfARefusalToo() {
        highway.onClone(Reply.of(
                400,
                "application/json",
                HighwayBench.refusal(400, "INVALID_REQUEST_BODY", "status_code: 2054, voice id not exist")));

        assertThat(failure(WORDS)).isInstanceOf(VoiceNotFoundException.class);
    }

    @Test
    void itSpeaksAndHasNoCatalog() {
        try (VoiceCloner cloner = highway.open()) {
            assertThat(cloner.capabilities().features())
                    .contains(Feature.SPEECH)
                    .doesNotContain(Feature.LIST_VOICES, Feature.DELETE_VOICE);
        }
    }

    @Test
    void theCopyOfARecordingCannotBeDeletedAndTheResultSaysSo() {
        ClonedVoice voice = highway.clone(HighwayBench.plain().withRecordingsDeleted(true));

        assertThat(voice.warnings()).anySatisfy(warning -> assertThat(warning).contains("no way to have it deleted"));
    }

    private Synthesis spoken(SpeechRequest request) {
        try (VoiceCloner cloner = highway.open()) {
            return cloner.speech().synthesize(request, directory.resolve("speech.mp3"));
        }
    }

    private VoiceClonerException failure(SpeechRequest request) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> spoken(request));
        assertThat(failure).as("the synthesis must fail").isNotNull();
        return failure;
    }
}
