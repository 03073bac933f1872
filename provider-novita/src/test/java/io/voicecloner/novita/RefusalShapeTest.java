package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fields of a refusal, missing, unknown or in another shape. */
class RefusalShapeTest {
    private static final String WORDS = "the provider's own words";

    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @Test
    void anUnknownReasonIsQuotedAndTheStatusDecides() {
        novita.onClone(Reply.of(400, "application/json", NovitaBench.refusal(400, "SOMETHING_NEW", WORDS)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.providerCode()).contains("SOMETHING_NEW");
        assertThat(failure.providerMessage()).contains(WORDS);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, ACCESS",
        "403, ACCESS",
        "404, CONFIGURATION",
        "429, RATE_LIMITED",
        "500, AMBIGUOUS_OUTCOME",
        "503, AMBIGUOUS_OUTCOME"
    })
    @Tag("B94")
    void withoutAReasonTheStatusDecides(int status, Category category) {
        novita.onClone(Reply.of(status, "application/json", "{\"code\":" + status + ",\"message\":\"" + WORDS + "\"}"));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.providerMessage()).contains(WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":400,\"message\":\"%s\"}",
                "{\"code\":\"400\",\"message\":\"%s\"}",
                "{\"code\":500,\"message\":\"%s\",\"voice_id\":\"\"}",
                "{\"code\":400,\"reason\":null,\"message\":\"%s\",\"voice_id\":null}"
            })
    @Tag("B94")
    void aCodeOfAnErrorIsNoSuccessWhateverTheStatus(String body) {
        novita.onClone(Reply.json(body.formatted(WORDS)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.providerMessage()).contains(WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"voice_id\":\"nv-1\",\"code\":400,\"message\":\"%s\"}",
                "{\"voice_id\":\"nv-1\",\"code\":\"500\",\"message\":\"%s\"}",
                "{\"voice_id\":\"nv-1\",\"reason\":\"BILLING_FAILED\",\"message\":\"%s\"}",
                "{\"voice_id\":\"nv-1\",\"reason\":\"NOT_ENOUGH_BALANCE\",\"message\":\"%s\"}"
            })
    @Tag("B94")
    void anErrorBesideAVoiceIdWasOnceOverlooked(String body) {
        novita.onClone(Reply.json(body.formatted(WORDS)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(failure.voiceId()).contains("nv-1");
        assertThat(failure.providerMessage()).contains(WORDS);
        assertThat(novita.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"code\":0",
                "\"code\":200",
                "\"code\":\"200\"",
                "\"code\":null",
                "\"reason\":\"\"",
                "\"code\":{}"
            })
    @Tag("B94")
    void aCodeOfNoErrorCostsNoVoice(String beside) {
        novita.onClone(Reply.json("{\"voice_id\":\"nv-1\"," + beside + "}"));

        assertThat(novita.clone(NovitaBench.plain()).ref()).hasToString("novita:nv-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"403\",\"reason\":\"INVALID_API_KEY\",\"message\":\"%s\"}",
                "{\"reason\":\"INVALID_API_KEY\",\"message\":\"%s\",\"metadata\":null}",
                "{\"code\":403,\"reason\":\"INVALID_API_KEY\",\"message\":\"%s\",\"metadata\":{\"a\":[1]},\"new\":1}",
                "{\"message\":\"%s\",\"reason\":\"INVALID_API_KEY\",\"code\":null,\"metadata\":\"x\"}"
            })
    @Tag("B94")
    void theFieldsAreReadInEveryShape(String body) {
        novita.onClone(Reply.of(403, "application/json", body.formatted(WORDS)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(Category.ACCESS);
        assertThat(failure.providerCode()).contains("INVALID_API_KEY");
        assertThat(failure.providerMessage()).contains(WORDS);
    }
}
