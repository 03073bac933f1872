package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A list of files that no honest server gives tells nothing: the recording whose answer was lost is uploaded again. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostileListTest {
    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @ParameterizedTest
    @MethodSource("io.voicecloner.minimax.HostileReplies#all")
    @Tag("S29")
    @Tag("B81")
    void whatIsNoAnswerTellsNothing(Reply hostile) {
        assertUploadedAgain(hostile);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"ok\"",
                "{}",
                "<html></html>",
                "{\"files\":[%s]}",
                "{\"files\":[%s],\"base_resp\":null}",
                "{\"files\":[%s],\"base_resp\":{}}",
                "{\"files\":[%s],\"base_resp\":{\"status_code\":1004}}",
                "{\"files\":[%s],\"base_resp\":{\"status_code\":0.5}}",
                "{\"files\":[%s],\"base_resp\":{\"status_code\":1004,\"status_code\":0}}",
                "{\"files\":{},\"base_resp\":{\"status_code\":0}}",
                "{\"files\":[[]],\"base_resp\":{\"status_code\":0}}",
                "{\"files\":[%s,{\"file_id\":\"x\"}],\"base_resp\":{\"status_code\":0}}",
                "{\"files\":null,\"base_resp\":{\"status_code\":0}}"
            })
    @Tag("B81")
    @Tag("B82")
    @Tag("B83")
    void aListWithoutAReadableSuccessTellsNothing(String body) {
        minimax.onList(request -> Reply.json(body.formatted("{\"file_id\":777,\"bytes\":88606,\"filename\":\""
                + minimax.uploadedNames().get(0) + "\"}")));
        assertUploadedAgain();
    }

    @ParameterizedTest
    @ValueSource(strings = {"files", "file_id", "new"})
    @Tag("B87")
    void aListWithoutABottomTellsNothing(String field) {
        assertUploadedAgain(Reply.json("{\"" + field + "\":" + "[".repeat(100_000) + "]".repeat(100_000)
                + ",\"base_resp\":{\"status_code\":0}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"file_id", "bytes"})
    @Tag("B84")
    void aNumberWithoutAnEndTellsNothing(String field) {
        assertUploadedAgain(Reply.json(
                "{\"files\":[{\"" + field + "\":" + "1".repeat(900_000) + "}],\"base_resp\":{\"status_code\":0}}"));
    }

    private void assertUploadedAgain(Reply list) {
        minimax.onList(request -> list);
        assertUploadedAgain();
    }

    private void assertUploadedAgain() {
        minimax.onUpload(just(Reply.end()), just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID))));

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(2);
        assertThat(minimax.lists()).hasSize(1);
        assertThat(minimax.clones().get(0).text()).contains("\"file_id\":" + FaultyMiniMax.FILE_ID);
        assertThat(voice.orphans()).containsExactly(minimax.uploadedNames().get(0));
    }
}
