package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Errors that are no {@code base_resp} (wire-facts 4.5): the status decides, the gateway's words and code are told. */
class GatewayRefusalTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"error":{"message":"no such model","type":"bad_request","code":"E17"}} | E17         | no such model
            {"error":{"message":"no such model","type":"bad_request","code":4711}}  | 4711        | no such model
            {"error":{"message":"no such model","type":"bad_request","code":null}}  | bad_request | no such model
            {"error":{"message":"no such model","type":"bad_request"}}              | bad_request | no such model
            {"error":{"message":"no such model"}}                                   |             | no such model
            {"error":"no such model"}                                               |             | no such model
            {"error":"no such model","message":"in other words"}                    |             | no such model
            {"message":"no such model"}                                             |             | no such model
            """)
    void itsCodeAndItsWordsAreToldInEveryShape(String body, String code, String words) {
        VoiceClonerException failure = refused(body);

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.providerCode().orElse(null)).isEqualTo(code);
        assertThat(failure.providerMessage()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"detail\":\"no\"}", "<p>no</p>", "[1]", "{\"error\":[1]}"})
    void inAnUnknownShapeTheBodyItselfIsTold(String body) {
        VoiceClonerException failure = refused(body);

        assertThat(failure.providerCode()).isEmpty();
        assertThat(failure.providerMessage()).contains(body);
    }

    @Test
    void aBodyOfNothingTellsNothing() {
        VoiceClonerException failure = refused("");

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.providerCode()).isEmpty();
        assertThat(failure.providerMessage()).isEmpty();
    }

    private VoiceClonerException refused(String body) {
        return minimax.onClone(request -> Reply.of(400, "application/json", body))
                .failure(Requests.plain());
    }
}
