package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ClonedVoice;
import io.voicecloner.SafetyVerdict;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.util.OptionalInt;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code input_sensitive} in every shape: an object in the schema of spec/001, a boolean in its example. */
class SafetyVerdictTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'\"input_sensitive\":false'                                  | false |",
                "'\"input_sensitive\":false,\"input_sensitive_type\":0'       | false | 0",
                "'\"input_sensitive\":{\"type\":0}'                           | false | 0",
                "'\"input_sensitive\":0'                                      | false | 0",
                "'\"input_sensitive_type\":0'                                 | false | 0",
                "'\"input_sensitive\":null,\"input_sensitive_type\":0'        | false | 0",
                "'\"input_sensitive\":true'                                   | true  |",
                "'\"input_sensitive\":true,\"input_sensitive_type\":null'     | true  |",
                "'\"input_sensitive\":true,\"input_sensitive_type\":0'        | true  | 0",
                "'\"input_sensitive\":true,\"input_sensitive_type\":3'        | true  | 3",
                "'\"input_sensitive_type\":3,\"input_sensitive\":true'        | true  | 3",
                "'\"input_sensitive\":false,\"input_sensitive_type\":5'       | true  | 5",
                "'\"input_sensitive\":{\"type\":1}'                           | true  | 1",
                "'\"input_sensitive\":{\"type\":6,\"new\":[1]}'               | true  | 6",
                "'\"input_sensitive\":{\"type\":99}'                          | true  | 99",
                "'\"input_sensitive\":4'                                      | true  | 4",
                "'\"input_sensitive_type\":2'                                 | true  | 2",
                "'\"input_sensitive\":null,\"input_sensitive_type\":7'        | true  | 7"
            })
    @Tag("B91")
    void everyDocumentedShapeIsReadAndTheVoiceIsThereAllTheSame(String fields, boolean flagged, Integer type) {
        SafetyVerdict verdict = cloned(fields).safety().orElseThrow();

        assertThat(verdict.flagged()).isEqualTo(flagged);
        assertThat(verdict.type()).isEqualTo(type == null ? OptionalInt.empty() : OptionalInt.of(type));
        assertThat(verdict.description()).isNotBlank();
        assertThat(verdict.description().equals("normal")).isEqualTo(!flagged);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"demo_audio\":\"\"",
                "\"input_sensitive\":null",
                "\"input_sensitive\":null,\"input_sensitive_type\":null"
            })
    @Tag("B91")
    void whereNothingIsSaidThereIsNoVerdict(String fields) {
        assertThat(cloned(fields).safety()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"input_sensitive\":\"yes\"",
                "\"input_sensitive\":{\"type\":\"3\"}",
                "\"input_sensitive\":{\"type\":\"severe\"}",
                "\"input_sensitive\":{\"type\":true}",
                "\"input_sensitive\":[3]",
                "\"input_sensitive_type\":\"severe\"",
                "\"input_sensitive\":false,\"input_sensitive_type\":\"severe\""
            })
    @Tag("B91")
    void aShapeThatNobodyDocumentsCountsAsFlagged(String fields) {
        assertThat(cloned(fields).safety())
                .get()
                .satisfies(verdict -> assertThat(verdict.flagged()).isTrue());
    }

    private ClonedVoice cloned(String fields) {
        return minimax.onClone(request ->
                        Reply.json("{" + fields + ",\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}"))
                .clone(Requests.plain());
    }
}
