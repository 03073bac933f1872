package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.PreviewState;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A voice that was made was once reported as perhaps made, because something beside the code had a strange type. */
class DecorationTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @ValueSource(strings = {"extra_info", "demo_audio", "input_sensitive", "input_sensitive_type"})
    @Tag("B87")
    @Tag("S27")
    void itMayBeAsDeepAsAReaderGoesAndNoDeeper(String field) {
        for (int depth : new int[] {255, 256, 100_000}) {
            String nested = "[".repeat(depth - 1) + "]".repeat(depth - 1);
            minimax.onClone(
                    request -> Reply.json("{\"" + field + "\":" + nested + ",\"base_resp\":{\"status_code\":0}}"));
            if (depth == 255) {
                assertThat(minimax.clone(Requests.withPreview()).previewState()).isEqualTo(PreviewState.LOST);
            } else {
                assertThat(minimax.failure(Requests.withPreview())).isInstanceOf(AmbiguousOutcomeException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"extra_info\":[]", "\"extra_info\":\"\"", "\"extra_info\":{\"bitrate\":12.5,\"word_count\":\"many\"}",
                "\"demo_audio\":{}", "\"demo_audio\":7", "\"input_sensitive\":[]"
            })
    void aVoiceIsNotLostOverItsDecoration(String decoration) {
        minimax.onClone(request -> Reply.json("{" + decoration + ",\"base_resp\":{\"status_code\":0}}"));

        ClonedVoice voice = minimax.clone(Requests.plain());

        assertThat(voice.ref().provider()).isEqualTo("minimax");
    }
}
