package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.code;
import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Step;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A recording arrived whole and the answer did not: it is looked for by its name before it is sent again. */
@Tag("faults")
class LostUploadTest {
    private static final Script UPLOADED = just(Reply.json(MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID)));

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    static Stream<Named<Reply>> lostAnswers() {
        return Stream.of(
                Named.of("an end", Reply.end()),
                Named.of("a reset", Reply.reset()),
                Named.of("502", Reply.of(502, "text/html", "<p>bad gateway</p>")),
                Named.of("a page", Reply.of(200, "text/html", "<html>hello</html>")),
                Named.of("half an object", Reply.json("{\"file\":{\"file_id\":12")),
                Named.of("no file id", Reply.json("{\"base_resp\":{\"status_code\":0}}")),
                Named.of("1001", Reply.json(MiniMaxBench.refusal(1001, "timeout"))));
    }

    @ParameterizedTest
    @MethodSource("lostAnswers")
    @Tag("F33")
    @Tag("F36")
    void aRecordingThatIsListedIsNotSentAgain(Reply lost) {
        minimax.onUpload(just(lost)).onList(request -> listed(777L, "voice_clone"));

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.lists()).hasSize(1);
        assertThat(minimax.lists().get(0).query()).contains("purpose=voice_clone");
        assertThat(minimax.clones()).hasSize(1);
        assertThat(minimax.clones().get(0).text()).contains("\"file_id\":777");
        assertThat(voice.orphans()).isEmpty();
        assertThat(minimax.time.waits()).hasSize(1);
    }

    @Test
    @Tag("F33")
    void aRecordingThatIsNotListedIsSentAgainUnderAnotherNameAndTheFirstIsNamed() {
        minimax.onUpload(just(Reply.end()), UPLOADED).onList(request -> Reply.json("{\"files\":[]}"));

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploadedNames()).hasSize(2).doesNotHaveDuplicates();
        assertThat(voice.orphans()).containsExactly(minimax.uploadedNames().get(0));
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    @Tag("F33")
    void whereNothingIsListedTheRecordingIsSentAgain() {
        minimax.onUpload(just(Reply.end()), UPLOADED).onList(request -> Reply.of(404, "text/plain", "no such page"));

        minimax.clone(FaultyMiniMax.request());

        assertThat(minimax.uploads()).hasSize(2);
        assertThat(minimax.uploads().get(1).parts().get(1).bytes()).isEqualTo(Requests.sample("speech.mp3"));
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    @Tag("F33")
    void afterThreeLostUploadsTheCallerLearnsTheirNames() {
        minimax.onUpload(just(Reply.end()));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.uploadedNames()).hasSize(3).doesNotHaveDuplicates();
        assertThat(failure.orphans()).containsExactlyInAnyOrderElementsOf(minimax.uploadedNames());
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    @Tag("F36")
    void aPageInPlaceOfEveryAnswerIsAnUnexpectedReply() {
        minimax.onUpload(just(Reply.of(200, "text/html", "<html>hello</html>")));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(minimax.uploads()).hasSize(3);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    @Tag("F33")
    void aRecordingThatWasRefusedIsNeitherLookedForNorSentAgain() {
        minimax.onUpload(code(2037));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure.orphans()).isEmpty();
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.lists()).isEmpty();
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    @Tag("F37")
    void whereverTheAnswerEndsTheRecordingIsFound() {
        byte[] whole = MiniMaxBench.uploaded(FaultyMiniMax.FILE_ID).getBytes(StandardCharsets.UTF_8);
        minimax.onList(request -> listed(777L, "voice_clone"));
        for (int end = 0; end < whole.length; end += 3) {
            int before = minimax.uploads().size();
            minimax.onUpload(just(Reply.bytes(Reply.message(200, "application/json", Arrays.copyOf(whole, end)))));

            minimax.clone(FaultyMiniMax.request());

            assertThat(minimax.uploads()).as("cut at %d", end).hasSize(before + 1);
        }
        assertThat(minimax.clones()).allMatch(clone -> clone.text().contains("\"file_id\":777"));
    }

    /** The list, with the last upload among others. */
    private Reply listed(long fileId, String purpose) {
        Received last = minimax.uploads().get(minimax.uploads().size() - 1);
        return Reply.json("{\"files\":[null,{},{\"file_id\":5,\"bytes\":88606,\"filename\":\"clone_input.mp3\"},"
                + "{\"file_id\":" + fileId + ",\"bytes\":88606,\"created_at\":1700469398,\"filename\":\""
                + FaultyMiniMax.fileNameOf(last) + "\",\"purpose\":\"" + purpose
                + "\"}],\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
    }
}
