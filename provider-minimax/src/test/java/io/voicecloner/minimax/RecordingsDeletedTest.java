package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings that are deleted once the clone has ended, however it ended ({@code POST files/delete}, wire-facts 1.2). */
class RecordingsDeletedTest {
    private static final String UPLOAD = MiniMaxBench.UPLOAD_PATH;
    private static final String CLONE = MiniMaxBench.CLONE_PATH;
    private static final String RECORDING = "{\"file_id\":123456789012345680,\"purpose\":\"voice_clone\"}";
    private static final String PROMPT = "{\"file_id\":987654321,\"purpose\":\"prompt_audio\"}";
    private static final String GONE = "{\"file_id\":123456789012345680," + SpeakingMiniMax.DONE + "}";

    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax()
            .on(UPLOAD, this::uploaded)
            .on(CLONE, MiniMaxBench.SUCCESS)
            .on(SpeakingMiniMax.DELETE_FILE, GONE);

    private Reply uploaded(Received request) {
        boolean prompt = request.text().contains("\r\n\r\nprompt_audio\r\n");
        return Reply.json(MiniMaxBench.uploaded(prompt ? "987654321" : "123456789012345680"));
    }

    @Test
    void recordingAndPromptAudioAreDeletedAfterTheClone() {
        minimax.with("group-id", "4711");

        ClonedVoice voice = clone(Requests.withPrompt().withRecordingsDeleted(true));

        assertThat(voice.orphans()).isEmpty();
        assertThat(voice.warnings()).isEmpty();
        assertThat(deletions()).containsExactlyInAnyOrder(Json.parse(RECORDING), Json.parse(PROMPT));
        assertThat(minimax.received(SpeakingMiniMax.DELETE_FILE)).allSatisfy(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.query()).contains("GroupId=4711");
            assertThat(request.header("Content-Type")).containsExactly("application/json");
        });
        assertThat(minimax.lastReceived(3))
                .extracting(Received::path)
                .containsExactly(CLONE, SpeakingMiniMax.DELETE_FILE, SpeakingMiniMax.DELETE_FILE);
    }

    @Test
    void nothingIsDeletedThatNobodyAskedToDelete() {
        clone(Requests.withPrompt());
        clone(Requests.plain().withVoiceId("MiniMax002").withRecordingsDeleted(false));

        assertThat(minimax.received(SpeakingMiniMax.DELETE_FILE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1004, 2013, 1000})
    void whatCouldNotBeDeletedIsOnTheResult(int code) {
        minimax.on(
                SpeakingMiniMax.DELETE_FILE,
                request -> request.text().contains("prompt_audio")
                        ? Reply.json(GONE)
                        : Reply.json(MiniMaxBench.refusal(code, "scripted")));

        ClonedVoice voice = clone(Requests.withPrompt().withRecordingsDeleted(true));

        assertThat(voice.orphans()).containsExactly("123456789012345680");
        assertThat(voice.warnings())
                .singleElement()
                .asString()
                .contains("The recording 123456789012345680 was uploaded and could not be deleted again");
        assertThat(deletions()).contains(Json.parse(PROMPT));
    }

    @Test
    void aHostWithoutTheRouteLeavesThemToTheCaller() {
        minimax.on(SpeakingMiniMax.DELETE_FILE, request -> Reply.of(404, "text/plain", "404 page not found"));

        ClonedVoice voice = clone(Requests.withPrompt().withRecordingsDeleted(true));

        assertThat(voice.orphans()).containsExactlyInAnyOrder("123456789012345680", "987654321");
        assertThat(voice.warnings()).hasSize(2);
    }

    @Test
    void aDeletionWhoseAnswerWasLostIsSentAgain() {
        minimax.on(SpeakingMiniMax.DELETE_FILE, request -> Reply.end(), request -> Reply.json(GONE));

        ClonedVoice voice = clone(Requests.plain().withRecordingsDeleted(true));

        assertThat(voice.orphans()).isEmpty();
        assertThat(minimax.received(SpeakingMiniMax.DELETE_FILE)).hasSize(2);
    }

    @Test
    void afterARefusalTheyAreDeletedAndNoLongerLeftBehind() {
        minimax.on(CLONE, MiniMaxBench.refusal(2037, "too short"));

        VoiceClonerException failure = failure(Requests.withPrompt().withRecordingsDeleted(true));

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.orphans()).isEmpty();
        assertThat(deletions()).hasSize(2);
    }

    @Test
    void afterARefusalWhatCouldNotBeDeletedIsLeftBehind() {
        minimax.on(CLONE, MiniMaxBench.refusal(2037, "too short"))
                .on(
                        SpeakingMiniMax.DELETE_FILE,
                        request -> request.text().contains("prompt_audio")
                                ? Reply.json(GONE)
                                : Reply.json(MiniMaxBench.refusal(2013, "scripted")));

        VoiceClonerException failure = failure(Requests.withPrompt().withRecordingsDeleted(true));

        assertThat(failure.orphans()).containsExactly("123456789012345680");
    }

    @Test
    void afterAnOutcomeThatNobodyKnowsTheyAreDeletedToo() {
        minimax.with("on-ambiguity", "fail").on(CLONE, request -> Reply.end());

        VoiceClonerException failure = failure(Requests.plain().withRecordingsDeleted(true));

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.orphans()).isEmpty();
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(deletions()).containsExactly(Json.parse(RECORDING));
    }

    /** An upload whose answer was lost and that nobody finds has no id to be deleted by. */
    @Test
    void anUploadThatWasLostStaysAmongWhatIsLeft() {
        minimax.on(UPLOAD, request -> Reply.end(), this::uploaded);

        ClonedVoice voice = clone(Requests.plain().withRecordingsDeleted(true));

        assertThat(voice.orphans()).singleElement().asString().startsWith("vc-");
        assertThat(deletions()).containsExactly(Json.parse(RECORDING));
    }

    /** The call is given up while the clone is under way; the recording goes all the same. */
    @Test
    void aCallThatWasGivenUpClearsUpToo() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch deleted = new CountDownLatch(1);
        Script silent = request -> {
            asked.countDown();
            return Reply.silence();
        };
        minimax.on(CLONE, silent).on(SpeakingMiniMax.DELETE_FILE, request -> {
            deleted.countDown();
            return Reply.json(GONE);
        });

        minimax.doing(cloner -> {
            CompletableFuture<ClonedVoice> future =
                    cloner.cloneVoiceAsync(Requests.plain().withRecordingsDeleted(true));
            await(asked);
            future.cancel(true);
            await(deleted);
            return future;
        });

        assertThat(deletions()).containsExactly(Json.parse(RECORDING));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Object> deletions() {
        return minimax.received(SpeakingMiniMax.DELETE_FILE).stream()
                .map(request -> Json.parse(request.text()))
                .toList();
    }

    private ClonedVoice clone(CloneRequest request) {
        return minimax.doing(cloner -> cloner.cloneVoice(request));
    }

    private VoiceClonerException failure(CloneRequest request) {
        return minimax.failure(cloner -> cloner.cloneVoice(request));
    }
}
