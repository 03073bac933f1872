package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AccessException;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A key that is refused is not shown again in the same call, whatever the answer asks for; the next call is the caller's own choice. */
@Tag("faults")
@Tag("F52")
@Tag("S15")
class RefusedKeyTest {
    private static final Reply WHO = Reply.of(
            401, "application/json", "{\"message\":\"who?\"}", "WWW-Authenticate: Basic realm=\"x\"", "Retry-After: 0");

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax().with("attempts", "10");

    @Test
    void eachOfThreeCallsUploadsOnce() {
        minimax.onUpload(just(WHO));
        try (VoiceCloner cloner = minimax.open()) {
            for (int call = 1; call <= 3; call++) {
                VoiceClonerException failure = FaultyMiniMax.failure(cloner, FaultyMiniMax.request());

                assertThat(failure).isInstanceOf(AccessException.class);
                assertThat(failure.step()).isEqualTo(Step.UPLOAD);
                assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
                assertThat(minimax.uploads()).hasSize(call);
            }
        }
        assertThat(minimax.clones()).isEmpty();
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    void eachOfThreeCallsAsksForAVoiceOnce() {
        minimax.onClone(just(WHO));
        try (VoiceCloner cloner = minimax.open()) {
            for (int call = 1; call <= 3; call++) {
                VoiceClonerException failure = FaultyMiniMax.failure(cloner, FaultyMiniMax.request());

                assertThat(failure).isInstanceOf(AccessException.class);
                assertThat(failure.attempts()).isEqualTo(1);
                assertThat(failure.voiceMayExist()).isFalse();
                assertThat(minimax.clones()).hasSize(call);
            }
        }
        assertThat(minimax.time.waits()).isEmpty();
    }
}
