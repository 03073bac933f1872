package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.Preview;
import io.voicecloner.PreviewState;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as "the voice is there": an id. */
class CloneReplyTest {
    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @Test
    void theExampleReplyIsAVoiceWithItsPreview() {
        highway.onClone(Reply.json("""
                {
                  "demo_audio_url": "https://demo.example/audio.mp3",
                  "voice_id": "xxxxxxx"
                }"""));

        ClonedVoice voice = highway.clone(HighwayBench.withPreview());

        assertThat(voice.ref()).hasToString("highway:xxxxxxx");
        assertThat(voice.previewState()).isEqualTo(PreviewState.AVAILABLE);
        assertThat(voice.preview()).contains(Preview.of(URI.create("https://demo.example/audio.mp3")));
        assertThat(voice.safety()).isEmpty();
        assertThat(voice.usage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"voice_id\":\"hw-1\"}",
                "{\"voice_id\":\"hw-1\",\"demo_audio_url\":null}",
                "{\"voice_id\":\"hw-1\",\"demo_audio_url\":\"\"}",
                "{\"voice_id\":\"hw-1\",\"demo_audio_url\":\"\",\"trace_id\":\"9f\",\"new\":{\"deep\":[{\"er\":null}]}}",
                "{\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"},\"voice_id\":\"hw-1\"}",
                "{\"base_resp\":{\"status_code\":\"0\"},\"voice_id\":\"hw-1\"}",
                "{\"base_resp\":null,\"voice_id\":\"hw-1\"}"
            })
    void anIdIsAVoiceWhateverElseIsThereOrMissing(String reply) {
        highway.onClone(Reply.json(reply));

        ClonedVoice unheard = highway.clone(HighwayBench.plain());
        ClonedVoice unlucky = highway.clone(HighwayBench.withPreview());

        assertThat(unheard.ref()).hasToString("highway:hw-1");
        assertThat(unheard.previewState()).isEqualTo(PreviewState.NOT_REQUESTED);
        assertThat(unlucky.ref()).hasToString("highway:hw-1");
        assertThat(unlucky.previewState()).isEqualTo(PreviewState.LOST);
        assertThat(unlucky.preview()).isEmpty();
    }

    static Stream<Named<Reply>> unreadable() {
        return Stream.of(
                Named.of("HTML", Reply.of(200, "text/html; charset=utf-8", "<html><body>Welcome</body></html>")),
                Named.of("HTML that says it is JSON", Reply.json("<html></html>")),
                Named.of("an empty body", Reply.json("")),
                Named.of(
                        "no body at all",
                        Reply.bytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII))),
                Named.of("null", Reply.json("null")),
                Named.of("an array", Reply.json("[" + HighwayBench.SUCCESS + "]")),
                Named.of("nothing in it", Reply.json("{}")),
                Named.of("no id", Reply.json("{\"demo_audio_url\":\"https://demo.example/audio.mp3\"}")),
                Named.of("an id of null", Reply.json("{\"voice_id\":null}")),
                Named.of("an empty id", Reply.json("{\"voice_id\":\"\"}")),
                Named.of("a number", Reply.json("{\"voice_id\":123}")),
                Named.of("zero and no id", Reply.json("{\"base_resp\":{\"status_code\":0}}")),
                Named.of("half an object", Reply.json("{\"voice_id\":\"hw-1\"")));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Tag("B81")
    @Tag("B86")
    void whatHoldsNoReadableIdIsAnAnswerLost(Reply reply) {
        VoiceClonerException failure = highway.failure(reply);

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.moneyMayBeSpent()).isTrue();
    }
}
