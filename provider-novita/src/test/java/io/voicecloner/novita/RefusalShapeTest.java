package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
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
    void withoutAReasonTheStatusDecides(int status, Category category) {
        novita.onClone(Reply.of(status, "application/json", "{\"code\":" + status + ",\"message\":\"" + WORDS + "\"}"));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.providerMessage()).contains(WORDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":\"403\",\"reason\":\"INVALID_API_KEY\",\"message\":\"%s\"}",
                "{\"reason\":\"INVALID_API_KEY\",\"message\":\"%s\",\"metadata\":null}",
                "{\"code\":403,\"reason\":\"INVALID_API_KEY\",\"message\":\"%s\",\"metadata\":{\"a\":[1]},\"new\":1}",
                "{\"message\":\"%s\",\"reason\":\"INVALID_API_KEY\",\"code\":null,\"metadata\":\"x\"}"
            })
    void theFieldsAreReadInEveryShape(String body) {
        novita.onClone(Reply.of(403, "application/json", body.formatted(WORDS)));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(Category.ACCESS);
        assertThat(failure.providerCode()).contains("INVALID_API_KEY");
        assertThat(failure.providerMessage()).contains(WORDS);
    }
}
