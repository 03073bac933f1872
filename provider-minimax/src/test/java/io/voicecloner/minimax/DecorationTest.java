package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A voice that was made was once reported as perhaps made, because something beside the code had a strange type. */
class DecorationTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

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
