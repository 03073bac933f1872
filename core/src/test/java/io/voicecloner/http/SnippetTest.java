package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The beginning of whatever a server sent, fit to be printed. */
class SnippetTest {
    @ParameterizedTest
    @CsvSource({"plain, plain", "' a\r\nb ', 'a  b'", "'\u001B[31mred', '[31mred'", "'a\tb\0c', 'a b c'", "'', ''"})
    void controlCharactersBecomeBlanks(String body, String printable) {
        assertThat(Snippet.of(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(printable);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "中", "\uD83C\uDF89"})
    void aLongOneIsCutAfterTwoHundredCharacters(String letter) {
        assertThat(Snippet.of(letter.repeat(100_000).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(letter.repeat(200));
    }
}
