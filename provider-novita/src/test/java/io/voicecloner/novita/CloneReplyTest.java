package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.Preview;
import io.voicecloner.PreviewState;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
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
                "{\"data\":{\"voice_id\":\"nv-1\"}}"
            })
    void aReplyWithoutAReadableIdIsAnAnswerLost(String reply) {
        assertLost(reply);
    }

    @Test
    void anIdLongerThanAThousandCharactersIsAnAnswerLost() {
        assertLost("{\"voice_id\":\"" + "x".repeat(10_000) + "\"}");
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
