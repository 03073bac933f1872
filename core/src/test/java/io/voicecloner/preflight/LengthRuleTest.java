package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioLimits;
import io.voicecloner.CheckReport;
import io.voicecloner.DurationCheck;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long a recording may play: clearly outside is refused, nearly outside is sent with a warning, unless told otherwise. */
class LengthRuleTest {
    private static final AudioLimits SOURCE = limits(Duration.ofSeconds(10), Duration.ofMinutes(5));
    private static final AudioLimits PROMPT = limits(null, Duration.ofSeconds(8));
    private static final AudioLimits NONE = limits(null, null);

    @ParameterizedTest
    @Tag("B51")
    @CsvSource({
        "     0, too-short, too-short",
        "  9690, too-short, too-short",
        "  9699, too-short, too-short",
        "  9700, warning,   too-short",
        "  9990, warning,   too-short",
        "  9999, warning,   too-short",
        " 10000, passes,    passes",
        " 10001, passes,    passes",
        "299999, passes,    passes",
        "300000, passes,    passes",
        "300001, warning,   too-long",
        "300290, warning,   too-long",
        "300300, warning,   too-long",
        "300301, too-long,  too-long",
        "300310, too-long,  too-long",
    })
    void aRecordingPlaysForTenSecondsToFiveMinutes(long milliseconds, String tolerant, String strict) {
        assertThat(verdict(DurationCheck.TOLERANT, SOURCE, measured(milliseconds)))
                .isEqualTo(tolerant);
        assertThat(verdict(DurationCheck.STRICT, SOURCE, measured(milliseconds)))
                .isEqualTo(strict);
    }

    @ParameterizedTest
    @Tag("B52")
    @CsvSource({
        "   0, passes,   passes",
        "7990, passes,   passes",
        "7999, passes,   passes",
        "8000, warning,  too-long",
        "8300, warning,  too-long",
        "8301, too-long, too-long",
        "8310, too-long, too-long",
    })
    void aPromptPlaysForLessThanEight(long milliseconds, String tolerant, String strict) {
        assertThat(verdict(DurationCheck.TOLERANT, PROMPT, measured(milliseconds)))
                .isEqualTo(tolerant);
        assertThat(verdict(DurationCheck.STRICT, PROMPT, measured(milliseconds)))
                .isEqualTo(strict);
    }

    @Test
    @Tag("B49")
    @Tag("B51")
    void whatCouldNotBeMeasuredIsSentWithAWarningUnlessStrict() {
        for (AudioFacts facts : List.of(unmeasured(), estimated(Duration.ofMillis(1)))) {
            assertThat(verdict(DurationCheck.TOLERANT, SOURCE, facts)).isEqualTo("warning");
            assertThat(verdict(DurationCheck.STRICT, SOURCE, facts)).isEqualTo("length-unknown");
        }
        assertThat(judged(DurationCheck.TOLERANT, SOURCE, unmeasured()).warnings())
                .singleElement()
                .asString()
                .contains("was not checked", "10 s to 5 min");
    }

    @Test
    void whoeverInspectedAndSaidWhyIsNotRepeated() {
        AudioFacts explained = new AudioFacts(
                Optional.of(AudioFormat.M4A), Optional.empty(), false, List.of(), List.of("It is in fragments."));
        assertThat(judged(DurationCheck.TOLERANT, SOURCE, explained).warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9_000, 400_000})
    void nothingIsJudgedWhereTheCheckIsOff(long milliseconds) {
        assertThat(verdict(DurationCheck.OFF, SOURCE, measured(milliseconds))).isEqualTo("passes");
        assertThat(verdict(DurationCheck.OFF, SOURCE, unmeasured())).isEqualTo("passes");
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsJudgedWhereTheProviderHasNoLimits(DurationCheck mode) {
        assertThat(verdict(mode, NONE, measured(1))).isEqualTo("passes");
        assertThat(verdict(mode, NONE, unmeasured())).isEqualTo("passes");
    }

    @Test
    @Tag("B49")
    void theLongestLengthThereIsIsOnlyTooLong() {
        assertThat(verdict(DurationCheck.TOLERANT, SOURCE, measured(Duration.ofSeconds(Long.MAX_VALUE))))
                .isEqualTo("too-long");
    }

    @Test
    @Tag("B49")
    void aLengthBelowNothingIsNone() {
        assertThat(verdict(DurationCheck.TOLERANT, SOURCE, measured(Duration.ofSeconds(Long.MIN_VALUE))))
                .isEqualTo("warning");
        assertThat(verdict(DurationCheck.TOLERANT, PROMPT, measured(-1))).isEqualTo("warning");
        assertThat(verdict(DurationCheck.STRICT, PROMPT, measured(-1))).isEqualTo("length-unknown");
    }

    @Test
    void theSentenceSaysWhatWasMeasuredAndWhatIsTaken() {
        assertThat(judged(DurationCheck.TOLERANT, SOURCE, measured(9_690)).violations())
                .containsExactly(new Violation(
                        "audio", "too-short", "me.wav plays for 9.69 s; the provider takes 10 s to 5 min."));
        assertThat(judged(DurationCheck.TOLERANT, PROMPT, measured(8_310)).violations())
                .containsExactly(new Violation(
                        "audio", "too-long", "me.wav plays for 8.31 s; the provider takes less than 8 s."));
        assertThat(judged(DurationCheck.TOLERANT, PROMPT, measured(8_000)).warnings())
                .containsExactly("me.wav plays for 8.00 s; the provider takes less than 8 s. "
                        + "It is sent all the same: measures differ by that much.");
    }

    /** {@code passes}, {@code warning} or the rule that was broken. */
    private static String verdict(DurationCheck mode, AudioLimits limits, AudioFacts facts) {
        CheckReport report = judged(mode, limits, facts);
        if (report.ok()) {
            return report.warnings().isEmpty() ? "passes" : "warning";
        }
        assertThat(report.violations()).extracting(Violation::field).containsExactly("audio");
        return report.violations().get(0).rule();
    }

    private static CheckReport judged(DurationCheck mode, AudioLimits limits, AudioFacts facts) {
        Findings findings = new Findings();
        new LengthRule(mode, limits, "audio", findings).judge(facts, "me.wav");
        return findings.report();
    }

    private static AudioFacts measured(long milliseconds) {
        return measured(Duration.ofMillis(milliseconds));
    }

    private static AudioFacts measured(Duration length) {
        return new AudioFacts(Optional.of(AudioFormat.WAV), Optional.of(length), true, List.of(), List.of());
    }

    private static AudioFacts estimated(Duration length) {
        return new AudioFacts(Optional.of(AudioFormat.MP3), Optional.of(length), false, List.of(), List.of());
    }

    private static AudioFacts unmeasured() {
        return new AudioFacts(Optional.of(AudioFormat.WAV), Optional.empty(), false, List.of(), List.of());
    }

    private static AudioLimits limits(
            @org.jspecify.annotations.Nullable Duration shortest, @org.jspecify.annotations.Nullable Duration longest) {
        return new AudioLimits(List.of("wav"), Optional.ofNullable(shortest), Optional.ofNullable(longest), 1_000_000);
    }
}
