package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AccessException;
import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure tells a program and a person. */
class FailureReportTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void theProvidersWordsAndTraceIdAreQuoted() {
        minimax.onUpload(request ->
                        Reply.of(200, "application/json", MiniMaxBench.uploaded("11"), "Trace-Id: of-the-upload"))
                .onClone(request -> Reply.of(
                        200,
                        "application/json",
                        MiniMaxBench.refusal(2013, "invalid params, vox id"),
                        "Trace-Id: 04b2"));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.provider()).contains("minimax");
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.providerCode()).contains("2013");
        assertThat(failure.providerMessage()).contains("invalid params, vox id");
        assertThat(failure.traceId()).contains("04b2");
        assertThat(failure).hasMessageContainingAll("minimax", "2013", "invalid params, vox id", "04b2");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 502})
    void theTraceIdOfAnAnswerThatCannotBeReadIsKept(int status) {
        minimax.onClone(request -> Reply.of(status, "text/html", "<html></html>", "trace-id: 04b2"));

        assertThat(minimax.failure(Requests.plain()).traceId()).contains("04b2");
    }

    @Test
    void anOpenOutcomeNamesTheVoiceAndHowToFindOut() {
        minimax.onClone(request -> Reply.json(MiniMaxBench.refusal(1000, "unknown error")));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceId()).contains(MiniMaxBench.VOICE_ID);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(((AmbiguousOutcomeException) failure).checks()).isNotEmpty();
        assertThat(failure).hasMessageContaining(MiniMaxBench.VOICE_ID);
    }

    @Test
    void recordingsThatWereUploadedForNothingAreListed() {
        minimax.onUpload(request -> Reply.json(MiniMaxBench.uploaded("9223372036854775807")))
                .onPromptUpload(request -> Reply.json(MiniMaxBench.uploaded("\"22\"")))
                .onClone(request -> Reply.json(MiniMaxBench.refusal(2013, "no")));

        VoiceClonerException failure = minimax.failure(Requests.withPrompt());

        assertThat(failure.orphans()).containsExactlyInAnyOrder("9223372036854775807", "22");
    }

    @Test
    void aRecordingIsLeftBehindWhenItsPromptAudioIsRefused() {
        CountDownLatch sourceAnswered = new CountDownLatch(1);
        minimax.onUpload(request -> connection -> {
                    Reply.json(MiniMaxBench.uploaded("11")).on(connection);
                    connection.shutdownOutput();
                    sourceAnswered.countDown();
                })
                .onPromptUpload(request -> {
                    sourceAnswered.await(5, TimeUnit.SECONDS);
                    // The client needs a moment to read what it was sent.
                    Thread.sleep(200);
                    return Reply.json(MiniMaxBench.refusal(1026, "no"));
                });

        VoiceClonerException failure = minimax.failure(Requests.withPrompt());

        assertThat(failure.step()).isEqualTo(Step.UPLOAD_PROMPT);
        assertThat(failure.orphans()).containsExactly("11");
        assertThat(minimax.clones()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1004, 2049})
    void aRefusedKeyMayBelongToAnotherRegion(int code) {
        minimax.onUpload(request -> Reply.json(MiniMaxBench.refusal(code, "invalid api key")));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(AccessException.class);
        assertThat(failure.hint()).get().asString().contains("region");
    }

    @Test
    void wordsAreCutAndCleanedOfControlCharacters() {
        String words = "line\\r\\nbreak \\u001b[31mred " + "x".repeat(500_000);
        minimax.onClone(request -> Reply.json(MiniMaxBench.refusal(2013, words)));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.providerMessage()).get().asString().hasSize(200).startsWith("line  break  [31mred xxx");
        assertThat(failure.toString()).hasSizeLessThan(2_000);
    }
}
