package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.DownloadException;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Step;
import io.voicecloner.Synthesis;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.Usage;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts, which are spoken by tasks (public pages of {@code t2a_async_v2} and its query, wire-facts 1.4, 4.4). */
class LongSpeechTest {
    private static final String TASK = "95157322514444";
    private static final String FILE = "95157322514496";
    private static final byte[] AUDIO = SpeakingMiniMax.audio(40_000);

    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax()
            .on(SpeakingMiniMax.BEGIN, begun(TASK, FILE))
            .on(SpeakingMiniMax.QUERY, state("Processing"), state("Processing"), state("Success"));

    @TempDir
    private Path folder;

    LongSpeechTest() {
        minimax.on(SpeakingMiniMax.RETRIEVE, retrieved(minimax.link("/speech.mp3")))
                .on("/speech.mp3", request -> Reply.bytes(Reply.message(200, "audio/mpeg", AUDIO)));
    }

    /** The documented answer, with these as its ids. */
    private static String begun(String task, String file) {
        return "{\"task_id\":" + task + ",\"task_token\":\"eyJhbGciOiJSUz\",\"file_id\":" + file
                + ",\"usage_characters\":10200," + SpeakingMiniMax.DONE + "}";
    }

    private static Script state(String status) {
        return request -> Reply.json("{\"task_id\":" + TASK + ",\"status\":\"" + status + "\",\"file_id\":" + FILE + ","
                + SpeakingMiniMax.DONE + "}");
    }

    private static String retrieved(String url) {
        return "{\"file\":{\"file_id\":" + FILE + ",\"bytes\":40000,\"created_at\":1700469398,"
                + "\"filename\":\"output.mp3\",\"purpose\":\"t2a_async\",\"download_url\":\"" + url + "\"},"
                + SpeakingMiniMax.DONE + "}";
    }

    @Test
    void aTaskIsBegunAskedForAndFetched() throws IOException {
        minimax.with("group-id", "4711");

        Synthesis speech = speak(SpeakingMiniMax.longRequest());

        assertThat(Files.readAllBytes(target())).isEqualTo(AUDIO);
        assertThat(speech.bytes()).isEqualTo(AUDIO.length);
        assertThat(speech.usage()).contains(new Usage(OptionalLong.of(10200), OptionalLong.empty()));
        assertThat(speech.attempts()).isEqualTo(1);
        assertThat(minimax.received(SpeakingMiniMax.BEGIN).get(0).query()).contains("GroupId=4711");
        assertThat(minimax.received(SpeakingMiniMax.QUERY)).hasSize(3).allSatisfy(query -> {
            assertThat(query.method()).isEqualTo("GET");
            assertThat(query.query()).contains("GroupId=4711&task_id=" + TASK);
        });
        assertThat(minimax.received(SpeakingMiniMax.RETRIEVE))
                .singleElement()
                .satisfies(request -> assertThat(request.query()).contains("GroupId=4711&file_id=" + FILE));
        assertThat(minimax.received("/speech.mp3"))
                .singleElement()
                .satisfies(
                        request -> assertThat(request.header("Authorization")).isEmpty());
        // The link is asked for in turn, as the task is.
        assertThat(minimax.time.waits())
                .containsExactly(Duration.ofSeconds(1), Duration.ofMillis(1500), Duration.ofMillis(100));
    }

    /** A task makes two channels by itself, an ordinary request one: the length of a text must not change how it sounds. */
    @Test
    void aTaskIsAskedForOneChannelUnlessTwoAreWanted() {
        speak(SpeakingMiniMax.longRequest());

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-hd","text":"%s","voice_setting":{"voice_id":"MiniMax001"},
                 "audio_setting":{"channel":1}}""".formatted(
                        SpeakingMiniMax.longRequest().text())));
    }

    /** The fields of the reference's example: the sample rate has another name here. */
    @Test
    void everyFieldHasTheNameItHasForTasks() {
        SpeechRequest request = SpeakingMiniMax.longRequest()
                .withModel("speech-2.8-hd")
                .withLanguage("auto")
                .withSpeed(1)
                .withVolume(10)
                .withPitch(1)
                .withEmotion("calm")
                .withSampleRate(32000)
                .withBitrate(128000)
                .withFormat("mp3")
                .withChannels(2);

        speak(request);

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-hd","text":"%s","language_boost":"auto",
                 "voice_setting":{"voice_id":"MiniMax001","speed":1.0,"vol":10.0,"pitch":1,"emotion":"calm"},
                 "audio_setting":{"audio_sample_rate":32000,"bitrate":128000,"format":"mp3","channel":2}}""".formatted(request.text())));
    }

    /** A capital in the prose, none in the list of values, and gateways between. */
    @ParameterizedTest
    @CsvSource({"processing, success", "Processing, Success", "PROCESSING, SUCCESS", "Queueing, success"})
    void aStatusIsReadInWhateverCase(String working, String done) throws IOException {
        minimax.on(SpeakingMiniMax.QUERY, state(working), state(done));

        speak(SpeakingMiniMax.longRequest());

        assertThat(Files.readAllBytes(target())).isEqualTo(AUDIO);
    }

    @ParameterizedTest
    @CsvSource({"'\"95157322514444\"', 95157322514444", "9223372036854775807, 9223372036854775807", "'\"t-1\"', t-1"})
    void aTaskIsNamedByANumberOrAText(String written, String asked) {
        minimax.on(SpeakingMiniMax.BEGIN, begun(written, "\"" + FILE + "\""));

        speak(SpeakingMiniMax.longRequest());

        assertThat(minimax.received(SpeakingMiniMax.QUERY))
                .allSatisfy(query -> assertThat(query.query()).contains("task_id=" + asked));
    }

    @Test
    void theFileIsTheOneThatTheTaskWasBegunWithIfItsEndNamesNone() {
        minimax.on(
                SpeakingMiniMax.QUERY,
                "{\"task_id\":\"" + TASK + "\",\"status\":\"Success\",\"file_id\":0," + SpeakingMiniMax.DONE + "}");

        speak(SpeakingMiniMax.longRequest());

        assertThat(minimax.received(SpeakingMiniMax.RETRIEVE).get(0).query()).contains("file_id=" + FILE);
    }

    @Test
    void audioInAnArchiveIsUnpacked() throws IOException {
        minimax.on("/speech.mp3", request -> Reply.bytes(Reply.message(200, "application/x-tar", archive())));

        Synthesis speech = speak(SpeakingMiniMax.longRequest());

        assertThat(Files.readAllBytes(target())).isEqualTo(AUDIO);
        assertThat(speech.bytes()).isEqualTo(AUDIO.length);
    }

    @ParameterizedTest
    @CsvSource({
        "Failed, PROVIDER_FAULT, failed",
        "failed, PROVIDER_FAULT, failed",
        "Expired, EXPIRED, expired",
        "expired, EXPIRED, expired"
    })
    void aTaskThatCameToNothingIsAFailureThatNamesIt(String status, Reason reason, String word) {
        minimax.on(SpeakingMiniMax.QUERY, state("Processing"), state(status));

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class).hasMessageContaining(word);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.step()).isEqualTo(Step.AWAIT_SPEECH);
        assertThat(failure.hint().orElse("")).contains(TASK);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
        assertThat(minimax.received(SpeakingMiniMax.QUERY)).hasSize(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTextThatTheTaskFoundUnsafeIsRejectedContent() {
        minimax.on(SpeakingMiniMax.QUERY, MiniMaxBench.refusal(1027, "output new_sensitive"));

        VoiceClonerException failure = failure();

        assertThat(failure.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(failure).hasMessageContaining("the provider found the speech unsafe");
        assertThat(failure.hint().orElse("")).contains(TASK);
        assertThat(minimax.received(SpeakingMiniMax.QUERY)).hasSize(1);
    }

    @Test
    void questionsAreAskedAgainAndTheTaskIsBegunOnce() throws IOException {
        minimax.on(
                SpeakingMiniMax.QUERY,
                request -> Reply.end(),
                request -> Reply.json(MiniMaxBench.refusal(1002, "rate limit")),
                request -> Reply.of(502, "text/html", "<html>"),
                state("Success"));
        minimax.with("attempts", "5");

        speak(SpeakingMiniMax.longRequest());

        assertThat(Files.readAllBytes(target())).isEqualTo(AUDIO);
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"task_id\":95157322514444,%s}", "{\"status\":null,%s}"})
    void anAnswerWithoutAStatusIsIncomplete(String answer) {
        minimax.on(SpeakingMiniMax.QUERY, answer.formatted(SpeakingMiniMax.DONE));

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class).hasMessageContaining("status");
        assertThat(failure.hint().orElse("")).contains(TASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s}", "{\"task_id\":null,%s}", "{\"task_id\":0,%s}", "{\"task_id\":\"\",%s}"})
    void aTaskWithoutANameIsIncompleteAndNotBegunAgain(String answer) {
        minimax.on(SpeakingMiniMax.BEGIN, answer.formatted(SpeakingMiniMax.DONE));

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class).hasMessageContaining("task_id");
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
        assertThat(minimax.received(SpeakingMiniMax.QUERY)).isEmpty();
    }

    @Test
    void aTaskWhoseAnswerWasLostIsBegunOnceMore() {
        minimax.on(SpeakingMiniMax.BEGIN, request -> Reply.end(), request -> Reply.json(begun(TASK, FILE)));

        Synthesis speech = speak(SpeakingMiniMax.longRequest());

        assertThat(speech.possiblyBilledTwice()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(2);
    }

    /** Speech that was made and paid for was lost over half a second in which nobody told where it is. */
    @Test
    void aLinkThatIsNotToldForAWhileDoesNotCostTheSpeech() throws IOException {
        Script away = request -> Reply.of(502, "text/html", "<html></html>");
        String link = retrieved(minimax.link("/speech.mp3"));
        minimax.on(SpeakingMiniMax.RETRIEVE, away, away, away, away, request -> Reply.json(link));

        speak(SpeakingMiniMax.longRequest());

        assertThat(Files.readAllBytes(target())).isEqualTo(AUDIO);
        assertThat(minimax.received(SpeakingMiniMax.RETRIEVE)).hasSize(5);
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{%s}", "{\"file\":null,%s}", "{\"file\":{\"download_url\":\"\"},%s}"})
    void speechWhoseAddressDoesNotComeIsStillNamed(String answer) {
        minimax.on(SpeakingMiniMax.RETRIEVE, answer.formatted(SpeakingMiniMax.DONE));

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class).hasMessageContaining("file.download_url");
        assertThat(failure.hint().orElse("")).contains("as file " + FILE);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLinkThatServesNothingIsAFailedDownload() {
        minimax.on("/speech.mp3", request -> Reply.of(403, "application/xml", "<Error/>"));

        assertThat(failure()).isInstanceOf(DownloadException.class);
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    /** What the documents say of tasks: the audio, and beside it what is known of it. */
    private static byte[] archive() {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        entry(archive, "95157322514496/content.extra", "{\"audio_length\":9900}".getBytes(StandardCharsets.UTF_8));
        entry(archive, "95157322514496/content.mp3", AUDIO);
        archive.writeBytes(new byte[1024]);
        return archive.toByteArray();
    }

    private static void entry(ByteArrayOutputStream archive, String name, byte[] file) {
        byte[] head = new byte[512];
        put(head, 0, name);
        put(head, 124, String.format("%011o", file.length));
        put(head, 156, "0");
        put(head, 257, "ustar");
        archive.writeBytes(head);
        archive.writeBytes(file);
        archive.writeBytes(new byte[(512 - file.length % 512) % 512]);
    }

    private static void put(byte[] head, int at, String text) {
        System.arraycopy(text.getBytes(StandardCharsets.US_ASCII), 0, head, at, text.length());
    }

    private Path target() {
        return folder.resolve("speech.mp3");
    }

    private Object body() {
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
        return Json.parse(minimax.received(SpeakingMiniMax.BEGIN).get(0).text());
    }

    private Synthesis speak(SpeechRequest request) {
        return minimax.doing(cloner -> cloner.speech().synthesize(request, target()));
    }

    private VoiceClonerException failure() {
        return minimax.failure(cloner -> cloner.speech().synthesize(SpeakingMiniMax.longRequest(), target()));
    }
}
