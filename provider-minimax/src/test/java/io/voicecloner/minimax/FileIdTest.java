package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** File ids are 64-bit numbers: no digit is lost between the upload's reply and the clone. */
class FileIdTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "365182159339614, 365182159339614",
        "123456789012345680, 123456789012345680",
        "9007199254740993, 9007199254740993",
        "9223372036854775807, 9223372036854775807",
        "'\"123456789\"', 123456789",
        "'\"9223372036854775807\"', 9223372036854775807"
    })
    @Tag("B84")
    @Tag("B85")
    @Tag("S28")
    void anIdIsSentBackAsANumberOfTheSameDigits(String replied, String sent) {
        minimax.onUpload(request -> Reply.json(MiniMaxBench.uploaded(replied)));

        minimax.clone(Requests.plain());

        assertThat(minimax.cloneBody().replace(" ", "")).containsPattern("\"file_id\":" + sent + "[,}]");
    }

    @Test
    @Tag("B85")
    void theIdOfThePromptAudioKeepsItsDigitsToo() {
        minimax.onPromptUpload(request -> Reply.json(MiniMaxBench.uploaded("9223372036854775807")));

        minimax.clone(Requests.withPrompt());

        assertThat(minimax.cloneBody().replace(" ", "")).containsPattern("\"prompt_audio\":9223372036854775807[,}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "\"\"",
                "0",
                "-1",
                "1.5",
                "9223372036854775808",
                "\"9223372036854775808\"",
                "\"${file_id}\"",
                "true",
                "{}",
                "[123456789]"
            })
    @Tag("B83")
    @Tag("B84")
    @Tag("S28")
    void whatIsNoIdEndsTheCloneBeforeItIsSent(String replied) {
        minimax.onUpload(request -> Reply.json(MiniMaxBench.uploaded(replied)));

        assertUnreadable(minimax.failure(Requests.plain()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}",
                "{\"file\":null,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}",
                "{\"file\":{},\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}",
                "{\"file\":[],\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}",
                "{\"file\":\"123456789\",\"base_resp\":{\"status_code\":0}}"
            })
    @Tag("B83")
    void aReplyWithoutAnIdEndsTheCloneBeforeItIsSent(String reply) {
        minimax.onUpload(request -> Reply.json(reply));

        assertUnreadable(minimax.failure(Requests.plain()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"file\":{\"file_id\":123456789},\"base_resp\":{\"status_code\":0}}",
                "{\"file\":{\"file_id\":123456789,\"bytes\":null,\"created_at\":\"x\",\"new\":{\"deep\":[1]}},"
                        + "\"more\":true,\"base_resp\":{\"status_code\":\"0\",\"status_msg\":null}}"
            })
    void nothingButTheIdAndTheCodeIsNeeded(String reply) {
        minimax.onUpload(request -> Reply.json(reply));

        minimax.clone(Requests.plain());

        assertThat(minimax.clones()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",\"base_resp\":null",
                ",\"base_resp\":{}",
                ",\"base_resp\":{\"status_code\":null}",
                ",\"base_resp\":{\"status_msg\":\"success\"}",
                ",\"error\":{\"message\":\"no balance\"}"
            })
    @Tag("B82")
    void anIdWithoutACodeWasOnceASuccess(String rest) {
        minimax.onUpload(request -> Reply.json("{\"file\":{\"file_id\":123456789}" + rest + "}"));

        assertUnreadable(minimax.failure(Requests.plain()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5", "\"ok\"", "9223372036854775808", "[0]"})
    @Tag("B82")
    void anIdBesideACodeThatCannotBeReadIsNoSuccess(String code) {
        minimax.onUpload(request ->
                Reply.json("{\"file\":{\"file_id\":123456789},\"base_resp\":{\"status_code\":" + code + "}}"));

        assertUnreadable(minimax.failure(Requests.plain()));
    }

    private void assertUnreadable(VoiceClonerException failure) {
        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.clones()).isEmpty();
    }
}
