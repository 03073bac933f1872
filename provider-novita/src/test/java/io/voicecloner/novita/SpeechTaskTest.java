package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long texts: {@code POST async/minimax-speech-…}, then {@code GET async/task-result} until it is over (wire-facts 2.4; public page {@code model-apis-task-result}). */
class SpeechTaskTest {
    private static final String ID = "64af7aae-6fbe-41ca-87b8-2445fd8dba4a";
    private static final Reply BEGUN = Reply.json("{\"task_id\":\"" + ID + "\"}");

    @AutoClose
    private final SpeakingNovita novita = new SpeakingNovita();

    /** As the page shows it, with what else it holds. */
    private static Reply state(String status, String reason, String audios) {
        return Reply.json("{\"extra\":{},\"task\":{\"task_id\":\"" + ID
                + "\",\"task_type\":\"MINIMAX_SPEECH_02_TURBO\",\"status\":\"" + status + "\",\"reason\":\"" + reason
                + "\",\"eta\":0,\"progress_percent\":0},\"images\":[],\"videos\":[],\"audios\":[" + audios + "]}");
    }

    private String audio() {
        return "{\"audio_url\":\"" + novita.link()
                + "\",\"audio_url_ttl\":\"0\",\"audio_type\":\"mp3\",\"audio_metadata\":null}";
    }

    private Reply done() {
        return state("TASK_STATUS_SUCCEED", "", audio());
    }

    @Test
    void aTaskIsAskedForUntilItIsDoneAndThenFetched() {
        novita.answering(
                BEGUN,
                state("TASK_STATUS_QUEUED", "", ""),
                state("TASK_STATUS_PROCESSING", "", ""),
                done(),
                SpeakingNovita.file());

        SpeakingNovita.Spoken spoken = novita.toFile(SpeakingNovita.longWords());

        assertThat(spoken.audio()).isEqualTo(SpeakingNovita.AUDIO);
        assertThat(spoken.synthesis().attempts()).isEqualTo(1);
        assertThat(spoken.synthesis().warnings()).isEmpty();
        assertThat(novita.received())
                .extracting(request -> request.method() + ' ' + request.path())
                .containsExactly(
                        "POST /v3/async/minimax-speech-2.8-hd",
                        "GET /v3/async/task-result",
                        "GET /v3/async/task-result",
                        "GET /v3/async/task-result",
                        "GET /speech.mp3");
        Received asked = novita.received().get(1);
        assertThat(asked.query()).contains("task_id=" + ID);
        assertThat(asked.header("Authorization")).containsExactly("Bearer " + NovitaBench.KEY);
        assertThat(novita.time.waits()).contains(Duration.ofSeconds(1));
    }

    @ParameterizedTest
    @CsvSource({"{\"task_id\":\"a b&c=d\"}, a%20b%26c%3Dd", "{\"task_id\":9223372036854775807}, 9223372036854775807"})
    void anIdIsSentBackAsItCame(String begun, String query) {
        novita.answering(Reply.json(begun), done(), SpeakingNovita.file());

        novita.toFile(SpeakingNovita.longWords());

        assertThat(novita.received().get(1).query()).contains("task_id=" + query);
    }

    @Test
    void whatTheNewerPagesSayOfTheBillIsOnTheResult() {
        novita.answering(
                Reply.json("{\"file_id\":95157322514496,\"task_id\":\"t-1\",\"task_token\":\"x\","
                        + "\"usage_characters\":10200,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}"),
                done(),
                SpeakingNovita.file());

        Synthesis made = novita.toFile(SpeakingNovita.longWords()).synthesis();

        assertThat(made.usage().orElseThrow().characters()).hasValue(10_200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TASK_STATUS_SUCCEED", "TASK_STATUS_SUCCEEDED", "task_status_succeed", "SUCCEED"})
    void aSuccessIsOneInEverySpelling(String status) {
        novita.answering(BEGUN, state("SOMETHING_NEW", "", ""), state(status, "", audio()), SpeakingNovita.file());

        assertThat(novita.toFile(SpeakingNovita.longWords()).audio()).isEqualTo(SpeakingNovita.AUDIO);
    }

    @Test
    void ofSeveralRecordingsTheFirstIsFetchedAndTheResultSaysSo() {
        novita.answering(
                BEGUN,
                state(
                        "TASK_STATUS_SUCCEED",
                        "",
                        "null,{\"audio_url\":\"\"}," + audio() + ','
                                + "{\"audio_url\":\"https://example.com/other.mp3\"}"),
                SpeakingNovita.file());

        SpeakingNovita.Spoken spoken = novita.toFile(SpeakingNovita.longWords());

        assertThat(spoken.audio()).isEqualTo(SpeakingNovita.AUDIO);
        assertThat(spoken.synthesis().warnings())
                .containsExactly(
                        "The provider gave 2 recordings for one task, and only the first of them was fetched.");
    }

    @ParameterizedTest
    @CsvSource({
        "'', PROVIDER_UNAVAILABLE, PROVIDER_FAULT",
        "the model fell over, PROVIDER_UNAVAILABLE, PROVIDER_FAULT",
        "TASK_FAILED, PROVIDER_UNAVAILABLE, PROVIDER_FAULT",
        "RATE_LIMIT_EXCEEDED, PROVIDER_UNAVAILABLE, PROVIDER_FAULT",
        "ILLEGAL_PROMPT, CONTENT_REJECTED, INPUT_CONTENT",
        "BILLING_BALANCE_NOT_ENOUGH, QUOTA, BALANCE",
        "'status_code: 2054, voice id not exist', VOICE_NOT_FOUND, MISSING_VOICE",
        "error code 2042, ACCESS, FOREIGN_VOICE"
    })
    void aTaskThatFailedIsOverAndItsReasonTold(String words, Category category, Reason reason) {
        novita.answering(BEGUN, state("TASK_STATUS_FAILED", words, ""));

        VoiceClonerException failure = novita.failure(SpeakingNovita.longWords());

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.step()).isEqualTo(Step.AWAIT_SPEECH);
        assertThat(failure).hasMessageContaining(words).hasMessageContaining("The synthesis may be billed.");
        assertThat(novita.received()).hasSize(2);
    }

    @Test
    void aTaskThatFailedWithoutAReasonIsNamed() {
        novita.answering(BEGUN, Reply.json("{\"task\":{\"status\":\"TASK_STATUS_FAILED\"}}"));

        assertThat(novita.failure(SpeakingNovita.longWords())).hasMessageContaining(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"task\":null}", "{\"task\":{}}", "{\"task\":{\"status\":\"\"}}"})
    void aStateThatSaysNothingIsAskedForAgain(String nothing) {
        novita.answering(BEGUN, Reply.json(nothing), done(), SpeakingNovita.file());

        assertThat(novita.toFile(SpeakingNovita.longWords()).synthesis().possiblyBilledTwice())
                .isFalse();
        assertThat(novita.received()).hasSize(4);
    }

    @Test
    void aSuccessThatNeverGetsALinkIsIncomplete() {
        novita.answering(BEGUN, state("TASK_STATUS_SUCCEED", "", "{\"audio_url\":null}"));

        VoiceClonerException failure = novita.failure(SpeakingNovita.longWords());

        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(failure).hasMessageContaining(ID);
        assertThat(novita.received())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSize(1);
    }

    @Test
    void aQuestionThatFailsIsAskedAgainAndTheTaskIsNotBegunAnew() {
        novita.answering(
                BEGUN, Reply.of(502, "text/html", "<html></html>"), Reply.end(), done(), SpeakingNovita.file());

        SpeakingNovita.Spoken spoken = novita.toFile(SpeakingNovita.longWords());

        assertThat(spoken.synthesis().attempts()).isEqualTo(1);
        assertThat(spoken.synthesis().possiblyBilledTwice()).isFalse();
        assertThat(novita.received())
                .filteredOn(request -> request.method().equals("POST"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"task_id\":null}", "{\"task_id\":\"\"}", "{\"task_id\":\"a\\u0000b\"}"})
    void aBeginningWithoutAnIdIsNotBegunAgainSinceTheTaskMayBeAtWork(String reply) {
        novita.answering(Reply.json(reply));

        VoiceClonerException failure = novita.failure(SpeakingNovita.longWords());

        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aNoToATaskIsANo() {
        novita.answering(Reply.json("{\"base_resp\":{\"status_code\":1042,\"status_msg\":\"own words\"}}"));

        assertThat(novita.failure(SpeakingNovita.longWords()).category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aTaskThatIsNotDoneInTimeIsNamedForWhoWantsToAskLater() {
        novita.answering(BEGUN, state("TASK_STATUS_PROCESSING", "", ""));

        VoiceClonerException failure = novita.failure(SpeakingNovita.longWords().withDeadline(Duration.ofMinutes(2)));

        assertThat(failure.reason()).isEqualTo(Reason.DEADLINE);
        assertThat(failure).hasMessageContaining(ID).hasMessageContaining("The synthesis may be billed.");
    }
}
