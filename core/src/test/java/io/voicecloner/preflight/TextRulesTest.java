package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.Recordings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words: how long they may be, counted as people count, and what they must not hold. */
class TextRulesTest {
    private static final int MAX = Abilities.LONGEST_TEXT;
    private static final String PARTY = "\uD83C\uDF89";

    @ParameterizedTest
    @CsvSource({"a", PARTY, "中", "é"})
    void aTextIsMeasuredInCodePointsNotInUtf16Units(String letter) {
        assertThat(Checks.forFiles().check(preview(letter.repeat(MAX))).warnings())
                .isEmpty();
        assertThat(Checks.forFiles().rules(preview(letter.repeat(MAX + 1)))).containsExactly("text: too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u2003"})
    void aBlankTextIsEmpty(String text) {
        assertThat(Checks.forFiles().rules(preview(text))).containsExactly("text: empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83Cb", "\uDF89", "\uDF89\uD83C", "end\uD83C"})
    void halfASurrogatePairIsRefusedEverywhere(String text) {
        assertThat(Checks.forFiles().rules(preview(text))).containsExactly("text: not-unicode");
        assertThat(Checks.forFiles().rules(prompt(text))).containsExactly("promptText: not-unicode");
    }

    @Test
    void anAbsurdlyLongTextIsRefusedAtOnce() {
        String absurd = "a".repeat(50_000_000);
        assertTimeout(
                Duration.ofMillis(500),
                () -> assertThat(Unicode.isLongerThan(absurd, MAX)).isTrue());
    }

    @Test
    void aModelIsNeededWhereTheProviderHasNoDefault() {
        Checks checks = Checks.forUrls().withAudioHost();
        assertThat(checks.rules(preview("Hello."))).containsExactly("model: missing");
        assertThat(checks.warnings(Checks.GOOD.withPreview("Hello.", "model-1")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyModelIsRefused(String model) {
        assertThat(Checks.forFiles().rules(Checks.GOOD.withPreview("Hello.", model)))
                .containsExactly("model: empty");
    }

    @Test
    void anUnknownModelIsSentWithAWarning() {
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withPreview("Hello.", "model-9")))
                .singleElement()
                .asString()
                .contains("\"model-9\"", "model-1, model-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t"})
    void anEmptyTranscriptIsRefused(String transcript) {
        assertThat(Checks.forFiles().rules(prompt(transcript))).containsExactly("promptText: empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Done.",
                "Done!",
                "Done?\n",
                "完了。",
                "好！",
                "Done…",
                "\"Done.\"",
                "«Fin»",
                "(done)",
                "Done —",
                "¿qué?"
            })
    void aTranscriptThatEndsInPunctuationIsFine(String transcript) {
        assertThat(Checks.forFiles().warnings(prompt(transcript))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Done", "完了", "Done. And", "3", "a+", PARTY})
    void aTranscriptThatDoesNotIsSentWithAWarning(String transcript) {
        assertThat(Checks.forFiles().warnings(prompt(transcript)))
                .singleElement()
                .asString()
                .contains("punctuation");
    }

    @Test
    void anUnknownLanguageIsSentWithAWarning() {
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withLanguage("Klingon")))
                .singleElement()
                .asString()
                .contains("\"Klingon\"");
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withLanguage("English")))
                .isEmpty();
    }

    @Test
    void anEmptyLanguageIsRefused() {
        assertThat(Checks.forFiles().rules(Checks.GOOD.withLanguage(" "))).containsExactly("language: empty");
    }

    private static CloneRequest preview(String text) {
        return Checks.GOOD.withPreview(text);
    }

    private static CloneRequest prompt(String transcript) {
        return Checks.GOOD.withPrompt(AudioSource.bytes(Recordings.wav(100)), transcript);
    }
}
