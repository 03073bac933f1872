package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.Preview;
import io.voicecloner.PreviewState;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as "the voice is there": an id. */
class CloneReplyTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @Test
    void theExampleReplyWithoutItsCommentsIsAVoice() {
        novita.onClone(Reply.json("""
                {
                  "demo_audio_url": "https://demo.com/audio.mp3",
                  "voice_id": "xxxxxxx"
                }"""));

        ClonedVoice voice = novita.clone(NovitaBench.withPreview());

        assertThat(voice.ref()).hasToString("novita:xxxxxxx");
        assertThat(voice.previewState()).isEqualTo(PreviewState.AVAILABLE);
        assertThat(voice.preview()).contains(Preview.of(URI.create("https://demo.com/audio.mp3")));
        assertThat(voice.safety()).isEmpty();
        assertThat(voice.usage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"voice_id\":\"nv-1\"}",
                "{\"voice_id\":\"nv-1\",\"demo_audio_url\":null}",
                "{\"voice_id\":\"nv-1\",\"demo_audio_url\":\"\",\"new\":{\"deep\":[{\"er\":null}]}}",
                "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"},\"voice_id\":\"nv-1\"}",
                "{\"base_resp\":{\"status_code\":\"0\"},\"voice_id\":\"nv-1\"}",
                "{\"base_resp\":null,\"voice_id\":\"nv-1\"}"
            })
    void anIdIsAVoiceWhateverElseIsThereOrMissing(String reply) {
        novita.onClone(Reply.json(reply));

        ClonedVoice unheard = novita.clone(NovitaBench.plain());
        ClonedVoice unlucky = novita.clone(NovitaBench.withPreview());

        assertThat(unheard.ref()).hasToString("novita:nv-1");
        assertThat(unheard.previewState()).isEqualTo(PreviewState.NOT_REQUESTED);
        assertThat(unlucky.ref()).hasToString("novita:nv-1");
        assertThat(unlucky.previewState()).isEqualTo(PreviewState.LOST);
        assertThat(unlucky.preview()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"not an address\"", "\"https://\"", "\"/a.mp3\"", "\"null\""})
    void aVoiceIsNotLostBecauseItsPreviewHasNoUsableAddress(String address) {
        novita.onClone(Reply.json("{\"voice_id\":\"nv-1\",\"demo_audio_url\":" + address + "}"));

        ClonedVoice voice = novita.clone(NovitaBench.withPreview());

        assertThat(voice.ref()).hasToString("novita:nv-1");
        assertThat(voice.previewState()).isEqualTo(PreviewState.LOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"demo_audio_url\":\"https://demo.com/audio.mp3\"}",
                "{\"voice_id\":null}",
                "{\"voice_id\":\"\"}",
                "{\"voice_id\":123}",
                "{\"voice_id\":true}",
                "{\"voice_id\":{\"id\":\"nv-1\"}}",
                "{\"voice_id\":[\"nv-1\"]}",
                "{\"voice_id\":\"nv\\u0000-1\"}",
                "{\"voice_id\":\"nv-1\\r\\nX: y\"}",
                "{\"voice_id\":\"nv\\ud83c-1\"}",
                "{\"voice_id\":\"nv\uFFFD-1\"}",
                "{\"voice_id\":\"nv-1\",\"voice_id\":\"nv-2\"}",
                "{\"voice_id\":\"nv-1\",\"voice\\u005fid\":\"nv-2\"}",
                "{\"data\":{\"voice_id\":\"nv-1\"}}"
            })
    @Tag("B86")
    @Tag("S28")
    void aReplyWithoutAReadableIdIsAnAnswerLost(String reply) {
        assertLost(reply);
    }

    @Test
    @Tag("B86")
    void anIdLongerThanAThousandCharactersIsAnAnswerLost() {
        assertLost("{\"voice_id\":\"" + "x".repeat(10_000) + "\"}");
    }

    @Test
    @Tag("B90")
    void anIdOfBytesThatAreNoTextWasOnceTakenWithQuestionMarksInIt() {
        byte[] body = "{\"voice_id\":\"nv-?1\"}".getBytes(StandardCharsets.US_ASCII);
        body[16] = (byte) 0xE9;
        novita.onClone(Reply.bytes(Reply.message(200, "application/json;charset=gbk", body)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceId()).isEmpty();
    }

    @Test
    @Tag("B90")
    void wordsInAnotherAlphabetAreStillWords() {
        byte[] words = "{\"reason\":\"ILLEGAL_PROMPT\",\"message\":\"\u5185\u5bb9\"}".getBytes(Charset.forName("GBK"));
        novita.onClone(Reply.bytes(Reply.message(400, "application/json;charset=gbk", words)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(Category.CONTENT_REJECTED);
        assertThat(failure.providerMessage().orElseThrow()).contains("\uFFFD");
    }

    @Test
    @Tag("B87")
    @Tag("S27")
    void itsDecorationMayBeAsDeepAsAReaderGoesAndNoDeeper() {
        for (String field : new String[] {"demo_audio_url", "reason", "code", "new"}) {
            novita.onClone(Reply.json("{\"voice_id\":\"nv-1\",\"" + field + "\":" + nested(255) + "}"));
            assertThat(novita.clone(NovitaBench.plain()).ref()).hasToString("novita:nv-1");
            for (int depth : new int[] {256, 100_000}) {
                novita.onClone(Reply.json("{\"voice_id\":\"nv-1\",\"" + field + "\":" + nested(depth) + "}"));

                VoiceClonerException failure = novita.failure();

                assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
                assertThat(failure.voiceId()).contains("nv-1");
            }
        }
    }

    /** In the object that holds it. */
    private static String nested(int depth) {
        return "[".repeat(depth - 1) + "]".repeat(depth - 1);
    }

    private void assertLost(String reply) {
        novita.onClone(Reply.json(reply));

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(novita.received()).hasSize(1);
    }
}
