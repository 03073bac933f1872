package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.fake.Abilities;
import io.voicecloner.fake.Recordings;
import org.junit.jupiter.api.Tag;
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
    @Tag("B34")
    @Tag("B35")
    void aTextIsMeasuredInCodePointsNotInUtf16Units(String letter) {
        assertThat(Checks.forFiles().check(preview(letter.repeat(MAX))).warnings())
                .isEmpty();
        assertThat(Checks.forFiles().rules(preview(letter.repeat(MAX + 1)))).containsExactly("text: too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t ", "\u2003"})
    @Tag("B33")
    void aBlankTextIsEmpty(String text) {
        assertThat(Checks.forFiles().rules(preview(text))).containsExactly("text: empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\uD83Cb", "\uDF89", "\uDF89\uD83C", "end\uD83C"})
    @Tag("B37")
    @Tag("S19")
    void halfASurrogatePairIsRefusedEverywhere(String text) {
        assertThat(Checks.forFiles().rules(preview(text))).containsExactly("text: not-unicode");
        assertThat(Checks.forFiles().rules(prompt(text))).containsExactly("promptText: not-unicode");
        assertThat(Checks.forFiles().rules(preview("a").withPreview("a", text))).containsExactly("model: not-unicode");
        assertThat(Checks.forFiles().rules(preview("a").withLanguage(text))).containsExactly("language: not-unicode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"...", "?!", "。", " - ", "«»", "\u200B", ".\u200D."})
    @Tag("B33")
    void aTextOfNothingButPunctuationIsEmptyToo(String text) {
        assertThat(Checks.forFiles().rules(preview(text))).containsExactly("text: empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "a.", "中", PARTY, "$", "+", "\u0301"})
    @Tag("B33")
    void anythingThatCanBeReadIsNot(String text) {
        assertThat(Checks.forFiles().warnings(preview(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u0007", "\0", "\uFEFF", "\u202E", "\uE000"})
    @Tag("B36")
    void aTenthMayBeInvisibleAndNoMore(String invisible) {
        assertThat(Checks.forFiles().warnings(preview("a".repeat(9) + invisible)))
                .isEmpty();
        assertThat(Checks.forFiles().rules(preview("a".repeat(8) + invisible))).containsExactly("text: invisible");
        assertThat(Checks.forFiles().rules(preview(PARTY.repeat(8) + invisible)))
                .containsExactly("text: invisible");
    }

    @Test
    @Tag("B36")
    void linesAndTabsAreNotInvisible() {
        assertThat(Checks.forFiles().warnings(preview("a\n\r\n\tb"))).isEmpty();
    }

    /** Too long, and not half of a surrogate pair: whoever says so did not come to the end. */
    @Test
    @Tag("B38")
    void anAbsurdlyLongTextIsRefusedWithoutBeingReadToItsEnd() {
        String absurd = "a".repeat(10 * 1024 * 1024) + '\uD83C';
        assertThat(Checks.forFiles().rules(preview(absurd))).containsExactly("text: too-long");
        assertThat(Checks.forFiles().failure(preview(absurd)).getMessage()).hasSizeLessThan(1_000);
    }

    @Test
    @Tag("B32")
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
    @Tag("B44")
    void anUnknownModelIsSentWithAWarning() {
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withPreview("Hello.", "model-9")))
                .singleElement()
                .asString()
                .contains("\"model-9\"", "model-1, model-2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \t"})
    @Tag("B40")
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
    @Tag("B40")
    void aTranscriptThatEndsInPunctuationIsFine(String transcript) {
        assertThat(Checks.forFiles().warnings(prompt(transcript))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Done", "完了", "Done. And", "3", "a+", PARTY})
    @Tag("B40")
    void aTranscriptThatDoesNotIsSentWithAWarning(String transcript) {
        assertThat(Checks.forFiles().warnings(prompt(transcript)))
                .singleElement()
                .asString()
                .contains("punctuation");
    }

    @Test
    @Tag("B41")
    void anUnknownLanguageIsSentWithAWarning() {
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withLanguage("Klingon")))
                .singleElement()
                .asString()
                .contains("\"Klingon\"");
        assertThat(Checks.forFiles().warnings(Checks.GOOD.withLanguage("English")))
                .isEmpty();
    }

    @Test
    @Tag("B41")
    void anEmptyLanguageIsRefused() {
        assertThat(Checks.forFiles().rules(Checks.GOOD.withLanguage(" "))).containsExactly("language: empty");
    }

    private static CloneRequest preview(String text) {
        return Checks.GOOD.withPreview(text);
    }

    private static CloneRequest prompt(String transcript) {
        return Checks.GOOD.withPrompt(AudioSource.bytes(Recordings.wav(100)), transcript);
    }

    @Test
    void aFamilyOfEmojiIsNotInvisibleForTheJoinersInIt() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66";
        assertThat(Checks.forFiles().warnings(preview("us: " + family))).isEmpty();
    }
}
