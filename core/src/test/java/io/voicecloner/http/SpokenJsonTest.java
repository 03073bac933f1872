package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.Buffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Audio in an answer of JSON: led off wherever a host writes it, and the rest is left as it was. */
@Tag("B92")
class SpokenJsonTest {
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"audio":"00ff7F"}                              | {"audio":""}
            {"data":{"audio":"00ff7f","status":2}}          | {"data":{"audio":"","status":2}}
            {"a":[1,{"audio":"x"}],"data":{"audio":"00FF7F"},"b":null} | {"a":[1,{"audio":"x"}],"data":{"audio":""},"b":null}
            {"data":{"audio":"","n":1.50},"audio":"00ff7f"} | {"data":{"audio":"","n":1.50},"audio":""}
            """)
    void theAudioIsLedOffFromEitherPlaceAndTheRestStays(String answer, String rest) throws IOException {
        assertThat(read(answer)).isEqualTo(rest);
        assertThat(heard.toByteArray()).containsExactly(0x00, 0xff, 0x7f);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"audio":"https:\\/\\/cdn.example\\/a.mp3?X=1\\u0026Y=2"} | {"audio":"https://cdn.example/a.mp3?X=1&Y=2"}
            {"data":{"audio":"HTTP://cdn.example/a"}}             | {"data":{"audio":"HTTP://cdn.example/a"}}
            """)
    void aLinkStaysWhereItIsWithoutItsEscapes(String answer, String rest) throws IOException {
        assertThat(new Buffer().writeUtf8(read(answer)).readUtf8().replace("\\u0026", "&"))
                .isEqualTo(rest);
        assertThat(heard.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"audio\":null}",
                "{\"data\":null}",
                "{\"data\":{\"audio\":null}}",
                "{\"audio\":17}",
                "{\"audio\":{\"url\":\"00\"}}",
                "{\"audio\":[\"00\"]}",
                "{\"audio\":\"\"}",
                "{\"data\":[{\"audio\":\"00\"}]}",
                "{\"extra\":{\"audio\":\"00\"}}",
                "{}"
            })
    void whatIsNoAudioIsLeftForTheDialectToJudge(String answer) throws IOException {
        assertThat(read(answer)).isEqualTo(answer);
        assertThat(heard.size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "00f",
                "0g",
                "00 ff",
                " 00",
                "0x00",
                "AAECAw==",
                "00\\u0030",
                "\\u0068ttps://a",
                "\u0660\u0660"
            })
    void whatIsNotInWholeHexadecimalDigitsCannotBeRead(String audio) {
        assertThat(refused("{\"audio\":\"" + audio + "\"}").reason()).isEqualTo(Reason.UNREADABLE);
    }

    @Test
    void audioInBothPlacesIsNotHeardTwice() {
        assertThat(refused("{\"audio\":\"0001\",\"data\":{\"audio\":\"0001\"}}").reason())
                .isEqualTo(Reason.UNREADABLE);
        assertThat(heard.toByteArray()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "\"00\"", "17", "null", "true"})
    void whatIsNoObjectIsNoAnswer(String answer) {
        assertThat(refused(answer).reason()).isEqualTo(Reason.NOT_JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"}", "{}", "x", ",", "\u0000"})
    void nothingMayFollow(String more) {
        assertThatThrownBy(() -> read("{\"audio\":\"00\"}" + more)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"audio\":\"%s\"}",
                "{\"other\":\"%s\"}",
                "{\"%s\":1}",
                "{\"data\":{\"n\":\"%s\"}}",
                "{\"audio\":{\"n\":\"%s\"}}"
            })
    void onlyAudioMayBeLong(String answer) throws IOException {
        String whole = answer.formatted("ab".repeat(150 * 1024));
        if (answer.startsWith("{\"audio\":\"")) {
            read(whole);
            assertThat(heard.size()).isEqualTo(150 * 1024);
        } else {
            assertThat(refused(whole).reason()).isEqualTo(Reason.TOO_LARGE);
        }
    }

    @Test
    void aLinkIsNoLongerThanAnHonestOne() {
        assertThat(refused("{\"audio\":\"https://a/" + "x".repeat(20_000) + "\"}")
                        .reason())
                .isEqualTo(Reason.UNREADABLE);
    }

    private UnreadableReplyException refused(String answer) {
        UnreadableReplyException refusal = catchThrowableOfType(UnreadableReplyException.class, () -> read(answer));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private String read(String answer) throws IOException {
        byte[] rest = SpokenJson.read(new Buffer().writeUtf8(answer), (piece, length) -> heard.write(piece, 0, length));
        return new String(rest, StandardCharsets.UTF_8);
    }
}
