package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Delivery;
import io.voicecloner.PreviewState;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as "the voice is there". */
class CloneReplyTest {
    /** The example reply of spec/001. */
    private static final String EXAMPLE = """
            {
              "input_sensitive": false,
              "input_sensitive_type": 0,
              "demo_audio": "",
              "extra_info": {
                "audio_length": 11124,
                "audio_sample_rate": 32000,
                "audio_size": 179926,
                "bitrate": 128000,
                "word_count": 18,
                "usage_characters": 18
              },
              "base_resp": {
                "status_code": 0,
                "status_msg": "success"
              }
            }""";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void theExampleReplyIsAVoice() {
        ClonedVoice voice = cloned(EXAMPLE);

        assertThat(voice.ref()).hasToString("minimax:MiniMax001");
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.previewState()).isEqualTo(PreviewState.NOT_REQUESTED);
        assertThat(voice.usage()).get().satisfies(usage -> {
            assertThat(usage.characters()).hasValue(18);
            assertThat(usage.words()).hasValue(18);
        });
        assertThat(voice.safety())
                .get()
                .satisfies(verdict -> assertThat(verdict.flagged()).isFalse());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base_resp\":{\"status_code\":0}}",
                "{\"base_resp\":{\"status_code\":0,\"status_msg\":null}}",
                "{\"base_resp\":{\"status_code\":\"0\",\"status_msg\":\"success\"}}",
                "{\"base_resp\":{\"status_code\":0.0,\"status_msg\":\"success\"}}",
                "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"\"},\"voice_id\":null}",
                "\n {\"trace_id\":\"x\",\"new\":{\"deep\":[{\"er\":1e400}]},\"base_resp\":"
                        + "{\"new\":[],\"status_code\":0}}\n",
                "{\"base_resp\":{\"status_code\":0},\"file\":{\"file_id\":1,\"purpose\":\"voice_clone\"}}"
            })
    @Tag("B82")
    void zeroIsAVoiceWhateverElseIsThereOrMissing(String reply) {
        assertThat(cloned(reply).ref().id()).isEqualTo(MiniMaxBench.VOICE_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "application/json;charset=UTF-8", "Application/JSON"})
    void theMediaTypeMayCarryACharset(String type) {
        minimax.onClone(request -> Reply.of(200, type, MiniMaxBench.SUCCESS));

        assertThat(minimax.clone(Requests.plain()).ref().id()).isEqualTo(MiniMaxBench.VOICE_ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"input_sensitive\":false,\"demo_audio\":\"\"}",
                "{\"base_resp\":null}",
                "{\"base_resp\":{}}",
                "{\"base_resp\":{\"status_code\":null,\"status_msg\":\"success\"}}",
                "{\"base_resp\":{\"status_msg\":\"success\"}}",
                "{\"base_resp\":{\"status_code\":\"\",\"status_msg\":\"success\"}}",
                "{\"base_resp\":{\"status_code\":\"ok\"}}",
                "{\"base_resp\":{\"status_code\":0.5}}",
                "{\"base_resp\":{\"status_code\":9223372036854775808}}",
                "{\"base_resp\":{\"status_code\":false}}",
                "{\"base_resp\":{\"status_code\":[0]}}",
                "{\"base_resp\":0}",
                "{\"base_resp\":\"success\"}",
                "{\"base_resp\":[{\"status_code\":0}]}",
                "{\"status_code\":0,\"status_msg\":\"success\"}",
                "{\"base_resp\":{\"status_code\":0,\"status_code\":1004}}",
                "{\"base_resp\":{\"status_code\":1004,\"status_code\":0}}"
            })
    @Tag("B82")
    @Tag("B88")
    @Tag("S27")
    @Tag("S28")
    void aReplyWithoutAReadableCodeIsAnAnswerLost(String reply) {
        minimax.onClone(request -> Reply.json(reply));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains(MiniMaxBench.VOICE_ID);
    }

    @Test
    @Tag("B82")
    void aThousandIsACodeHoweverItIsWritten() {
        for (String code : new String[] {"1e3", "1000.0", "\"1000\"", "1000"}) {
            minimax.onClone(request -> Reply.json("{\"base_resp\":{\"status_code\":" + code + "}}"));

            assertThat(minimax.failure(Requests.plain()).providerCode()).contains("1000");
        }
    }

    private ClonedVoice cloned(String reply) {
        return minimax.onClone(request -> Reply.json(reply)).clone(Requests.plain());
    }
}
