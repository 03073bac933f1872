package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither key nor recording follows a redirect. */
class RedirectTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @AutoClose
    private final WireServer elsewhere = new WireServer(request -> Reply.json(MiniMaxBench.SUCCESS));

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aCloneIsNotTakenElsewhere(int status) {
        minimax.onClone(request -> redirect(status));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertRedirect(failure, Step.CLONE);
        assertThat(minimax.clones()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void anUploadIsNotTakenElsewhere(int status) {
        minimax.onUpload(request -> redirect(status));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertRedirect(failure, Step.UPLOAD);
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
    }

    private Reply redirect(int status) {
        return Reply.of(status, "text/html", "moved", "Location: " + elsewhere.uri("/v1/voice_clone?token=s3cr3t"));
    }

    private void assertRedirect(VoiceClonerException failure, Step step) {
        assertThat(elsewhere.received()).isEmpty();
        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.REDIRECT);
        assertThat(failure.step()).isEqualTo(step);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.getMessage()).doesNotContain("s3cr3t");
    }
}
