package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of whatever a server sent, fit to be printed. */
class SnippetTest {
    private static final String KEY = "sk-CANARY-123";

    @ParameterizedTest
    @CsvSource({"plain, plain", "' a\r\nb ', 'a  b'", "'\u001B[31mred', '[31mred'", "'a\tb\0c', 'a b c'", "'', ''"})
    @Tag("B89")
    void controlCharactersBecomeBlanks(String body, String printable) {
        assertThat(snippet(body)).isEqualTo(printable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "中", "\uD83C\uDF89"})
    @Tag("B89")
    @Tag("S25")
    void aLongOneIsCutAfterTwoHundredCharacters(String letter) {
        assertThat(snippet(letter.repeat(100_000))).isEqualTo(letter.repeat(200));
    }

    @ParameterizedTest
    @ValueSource(strings = {"your key sk-CANARY-123 is bad", "{\"Authorization\":\"Bearer sk-CANARY-123\"}"})
    @Tag("S12")
    void aKeyThatIsRepeatedIsTakenOut(String body) {
        assertThat(snippet(body)).doesNotContain("CANARY").contains("[redacted]");
    }

    @Test
    void aKeyThatTheCutWouldHalveIsTakenOut() {
        assertThat(snippet("x".repeat(195) + KEY)).doesNotContain("sk-");
    }

    @Test
    @Tag("S13")
    void theQueryOfAnAddressIsTakenOut() {
        assertThat(snippet("see https://audio.example/a.mp3?signature=CANARY&b=c \"next\""))
                .isEqualTo("see https://audio.example/a.mp3?[redacted] \"next\"");
    }

    private static String snippet(String body) {
        Redaction redaction = new Redaction();
        redaction.hide(KEY);
        return Snippet.of(body.getBytes(StandardCharsets.UTF_8), redaction);
    }
}
