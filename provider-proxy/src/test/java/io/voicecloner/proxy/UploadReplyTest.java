package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The file id in the answer to an upload: where gateways put it, and every digit of it. */
class UploadReplyTest {
    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "365182159339614, 365182159339614",
        "9007199254740993, 9007199254740993",
        "9223372036854775807, 9223372036854775807",
        "'\"123456789\"', 123456789",
        "'\"9223372036854775807\"', 9223372036854775807"
    })
    @Tag("B84")
    @Tag("B85")
    void anIdIsSentBackAsANumberOfTheSameDigits(String replied, String sent) {
        gateway.onUpload(request -> Reply.json(ProxyBench.uploaded(replied)))
                .onPromptUpload(request -> Reply.json(ProxyBench.uploaded(replied)));

        gateway.clone(Requests.withPrompt());

        assertThat(gateway.cloneBody().replace(" ", ""))
                .containsPattern("\"file_id\":" + sent + "[,}]")
                .containsPattern("\"prompt_audio\":" + sent + "[,}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"file_id\":%s,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}",
                "{\"file\":null,\"file_id\":%s,\"base_resp\":{\"status_code\":0}}",
                "{\"base_resp\":{\"status_code\":0},\"new\":[1],\"file_id\":\"%s\"}"
            })
    void anIdBesideTheFileIsTakenToo(String reply) {
        gateway.onUpload(request -> Reply.json(reply.formatted("9223372036854775807")));

        gateway.clone(Requests.plain());

        assertThat(gateway.cloneBody().replace(" ", "")).containsPattern("\"file_id\":9223372036854775807[,}]");
    }

    @Test
    void nothingButTheIdAndTheCodeIsNeededAndUnknownFieldsArePassedOver() {
        gateway.onUpload(request -> Reply.json("{\"file\":{\"file_id\":123456789,\"bytes\":null,\"url\":\"x\","
                + "\"new\":{\"deep\":[1]}},\"channel_id\":7,\"base_resp\":{\"status_code\":\"0\",\"new\":null}}"));

        gateway.clone(Requests.plain());

        assertThat(gateway.clones()).hasSize(1);
    }

    static Stream<Named<Reply>> unreadable() {
        return Stream.of(
                Named.of("HTML", Reply.of(200, "text/html; charset=utf-8", "<html><body>Welcome</body></html>")),
                Named.of("HTML that says it is JSON", Reply.json("<html></html>")),
                Named.of("an empty body", Reply.json("")),
                Named.of("nothing in it", Reply.json("{}")),
                Named.of("an id and no code", Reply.json("{\"file_id\":123456789}")),
                Named.of("the reply to a clone", Reply.json(ProxyBench.SUCCESS)),
                Named.of("an id too large", Reply.json(ProxyBench.uploaded("9223372036854775808"))),
                Named.of("an id that is none", Reply.json(ProxyBench.uploaded("\"file-abc\""))),
                Named.of("an id of zero", Reply.json(ProxyBench.uploaded("0"))),
                Named.of("a broken id", Reply.json(ProxyBench.uploaded("1.5"))),
                Named.of("an error with status 200", Reply.json(ProxyBench.error("upstream trouble", "null"))));
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    @Tag("B83")
    @Tag("B84")
    void aReplyWithoutAnIdIsUnexpectedAndNothingIsCloned(Reply reply) {
        VoiceClonerException failure = gateway.onUpload(request -> reply).failure(Requests.plain());

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(gateway.clones()).isEmpty();
    }
}
