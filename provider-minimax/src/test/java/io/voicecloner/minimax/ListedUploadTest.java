package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which entry of the provider's list is the recording whose answer was lost: its name, whole, with an id that can be used. */
class ListedUploadTest {
    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @ParameterizedTest
    @ValueSource(strings = {"\"bytes\":88606,\"file_id\":1", "\"bytes\":null,\"file_id\":1", "\"file_id\":1"})
    void anEntryOfItsNameAndLengthIsTheRecording(String fields) {
        listing(fields, "");

        minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones().get(0).text()).contains("\"file_id\":1,");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"bytes\":88605,\"file_id\":1",
                "\"bytes\":0,\"file_id\":1",
                "\"bytes\":88606",
                "\"bytes\":88606,\"file_id\":null",
                "\"bytes\":88606,\"file_id\":0",
                "\"bytes\":88606,\"file_id\":-1"
            })
    void anEntryThatIsNotWholeOrHasNoIdIsNot(String fields) {
        listing(fields, "");

        minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(2);
        assertThat(minimax.clones().get(0).text()).contains("\"file_id\":" + FaultyMiniMax.FILE_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", ".mp3"})
    void anEntryOfAnotherNameIsNot(String otherwise) {
        listing("\"bytes\":88606,\"file_id\":1", otherwise);

        minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(2);
    }

    private void listing(String fields, String otherwise) {
        minimax.onUpload(just(Reply.end()), just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID))))
                .onList(request -> Reply.json("{\"files\":[{" + fields + ",\"filename\":\""
                        + minimax.uploadedNames().get(0) + otherwise + "\"}],\"base_resp\":{\"status_code\":0}}"));
    }
}
