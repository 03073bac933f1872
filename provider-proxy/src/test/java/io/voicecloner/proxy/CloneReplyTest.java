package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Delivery;
import io.voicecloner.Preview;
import io.voicecloner.PreviewState;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as "the voice is there": spec/004 shows the clone's reply as an example and the upload's as a schema. */
class CloneReplyTest {
    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @Test
    void theExampleReplyIsAVoiceUnderTheIdThatWasSent() {
        ClonedVoice voice = cloned(Requests.plain(), ProxyBench.SUCCESS);

        assertThat(voice.ref()).hasToString("proxy:MiniMax001");
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.previewState()).isEqualTo(PreviewState.NOT_REQUESTED);
        assertThat(voice.usage()).isEmpty();
        assertThat(voice.attempts()).isEqualTo(1);
        assertThat(voice.orphans()).isEmpty();
        assertThat(voice.safety()).get().satisfies(verdict -> {
            assertThat(verdict.flagged()).isFalse();
            assertThat(verdict.type()).hasValue(0);
        });
    }

    @Test
    void theExampleReplyToTheExampleRequestIsAVoiceWithoutItsPreview() {
        ClonedVoice voice = cloned(Requests.withPreview(), ProxyBench.SUCCESS);

        assertThat(voice.ref()).hasToString("proxy:MiniMax001");
        assertThat(voice.previewState()).isEqualTo(PreviewState.LOST);
        assertThat(voice.preview()).isEmpty();
    }

    @Test
    void theSchemaOfThePageIsAVoiceToo() {
        ClonedVoice voice = cloned(Requests.plain(), ProxyBench.uploaded("123456789"));

        assertThat(voice.ref()).hasToString("proxy:MiniMax001");
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.safety()).isEmpty();
    }

    @Test
    void anAddressIsThePreview() {
        String url = "https://cdn.example/demo?Signature=s3cr3t";

        ClonedVoice voice =
                cloned(Requests.withPreview(), "{\"demo_audio\":\"" + url + "\",\"base_resp\":{\"status_code\":0}}");

        assertThat(voice.previewState()).isEqualTo(PreviewState.AVAILABLE);
        assertThat(voice.preview()).contains(Preview.of(URI.create(url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base_resp\":{\"status_code\":0}}",
                "{\"base_resp\":{\"status_code\":\"0\",\"status_msg\":null}}",
                "{\"voice_id\":null,\"base_resp\":{\"status_code\":0}}",
                "{\"voice_id\":\"somebody-elses\",\"base_resp\":{\"status_code\":0}}",
                "{\"demo_audio\":null,\"base_resp\":{\"status_code\":0}}",
                "{\"file\":{},\"base_resp\":{\"status_code\":0}}",
                "{\"file\":null,\"base_resp\":{\"status_code\":0}}",
                "{\"id\":\"gw-1\",\"usage\":{\"cost\":0.1,\"deep\":[{\"er\":[null]}]},\"extra_info\":{\"new\":1},"
                        + "\"base_resp\":{\"new\":{},\"status_code\":0,\"status_msg\":\"success\"},\"error\":null}"
            })
    void zeroIsAVoiceWhateverElseIsThereOrMissing(String reply) {
        assertThat(cloned(Requests.plain(), reply).ref()).hasToString("proxy:MiniMax001");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"input_sensitive\":false'                               | false |",
                "'\"input_sensitive\":false,\"input_sensitive_type\":0'    | false | 0",
                "'\"input_sensitive\":{\"type\":0}'                        | false | 0",
                "'\"input_sensitive\":0'                                   | false | 0",
                "'\"input_sensitive\":null,\"input_sensitive_type\":0'     | false | 0",
                "'\"input_sensitive\":true'                                | true  |",
                "'\"input_sensitive\":true,\"input_sensitive_type\":3'     | true  | 3",
                "'\"input_sensitive\":false,\"input_sensitive_type\":5'    | true  | 5",
                "'\"input_sensitive\":{\"type\":1}'                        | true  | 1",
                "'\"input_sensitive\":4'                                   | true  | 4",
                "'\"input_sensitive\":\"yes\"'                             | true  |",
                "'\"input_sensitive_type\":2'                              | true  | 2",
                "'\"input_sensitive\":null,\"input_sensitive_type\":7'     | true  | 7"
            })
    @Tag("B91")
    void theSafetyVerdictIsReadInEveryShapeAndTheVoiceIsThereAllTheSame(String fields, boolean flagged, Integer type) {
        ClonedVoice voice = cloned(Requests.plain(), "{" + fields + ",\"base_resp\":{\"status_code\":0}}");

        assertThat(voice.ref()).hasToString("proxy:MiniMax001");
        assertThat(voice.safety()).get().satisfies(verdict -> {
            assertThat(verdict.flagged()).isEqualTo(flagged);
            assertThat(verdict.type()).isEqualTo(type == null ? OptionalInt.empty() : OptionalInt.of(type));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"demo_audio\":\"\"", "\"input_sensitive\":null"})
    void whereNothingIsSaidThereIsNoVerdict(String fields) {
        assertThat(cloned(Requests.plain(), "{" + fields + ",\"base_resp\":{\"status_code\":0}}")
                        .safety())
                .isEmpty();
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
                Named.of("an array", Reply.json("[" + ProxyBench.SUCCESS + "]")),
                Named.of("nothing in it", Reply.json("{}")),
                Named.of("no base_resp", Reply.json("{\"input_sensitive\":false,\"demo_audio\":\"\"}")),
                Named.of("no code", Reply.json("{\"base_resp\":{\"status_msg\":\"success\"}}")),
                Named.of("an error with status 200", Reply.json(ProxyBench.error("upstream trouble", "null"))));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Tag("B81")
    @Tag("B82")
    void whatCannotBeReadIsAnAnswerLost(Reply reply) {
        VoiceClonerException failure = gateway.onClone(request -> reply).failure(Requests.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains(ProxyBench.VOICE_ID);
        assertThat(gateway.clones()).hasSize(1);
    }

    private ClonedVoice cloned(CloneRequest request, String reply) {
        return gateway.onClone(received -> Reply.json(reply)).clone(request);
    }
}
