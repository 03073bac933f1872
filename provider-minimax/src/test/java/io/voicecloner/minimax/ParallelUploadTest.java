package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ParallelUploadTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void recordingAndPromptAudioAreOnTheirWayTogether() {
        CountDownLatch bothArrived = new CountDownLatch(2);
        minimax.onUpload(answerOnceBothArrived(bothArrived, "11"))
                .onPromptUpload(answerOnceBothArrived(bothArrived, "22"));

        minimax.clone(Requests.withPrompt());

        assertThat(bothArrived.getCount()).isZero();
    }

    @Test
    void theCloneWaitsForBothAndNamesEachInItsPlace() {
        CountDownLatch promptAnswered = new CountDownLatch(1);
        minimax.onUpload(request -> {
                    promptAnswered.await(5, TimeUnit.SECONDS);
                    assertThat(minimax.clones()).isEmpty();
                    return Reply.json(MiniMaxBench.uploaded("11"));
                })
                .onPromptUpload(request -> connection -> {
                    Reply.json(MiniMaxBench.uploaded("22")).on(connection);
                    promptAnswered.countDown();
                });

        minimax.clone(Requests.withPrompt());

        assertThat(Json.parse(minimax.cloneBody())).isEqualTo(Json.parse("""
                {"file_id":11,"voice_id":"MiniMax001",
                 "clone_prompt":{"prompt_audio":22,"prompt_text":"This voice sounds natural and pleasant."}}"""));
    }

    private static Script answerOnceBothArrived(CountDownLatch arrived, String fileId) {
        return request -> {
            arrived.countDown();
            return arrived.await(5, TimeUnit.SECONDS)
                    ? Reply.json(MiniMaxBench.uploaded(fileId))
                    : Reply.of(500, "text/plain", "the other upload never came");
        };
    }
}
