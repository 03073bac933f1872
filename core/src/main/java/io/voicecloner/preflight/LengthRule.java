package io.voicecloner.preflight;

import io.voicecloner.AudioLimits;
import io.voicecloner.DurationCheck;
import io.voicecloner.spi.AudioFacts;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges how long a recording plays. The tolerance of 0.3 s is the largest honest error that was measured between readers and
 * decoders, rounded up.
 */
final class LengthRule {
    private static final Duration TOLERANCE = Duration.ofMillis(300);

    private final DurationCheck mode;
    private final AudioLimits limits;
    private final String field;
    private final Findings findings;

    LengthRule(DurationCheck mode, AudioLimits limits, String field, Findings findings) {
        this.mode = mode;
        this.limits = limits;
        this.field = field;
        this.findings = findings;
    }

    void judge(AudioFacts facts, String name) {
        if (mode == DurationCheck.OFF
                || (limits.shortest().isEmpty() && limits.longest().isEmpty())) {
            return;
        }
        Optional<Duration> length = facts.length().filter(measured -> facts.exact() && !measured.isNegative());
        if (length.isPresent()) {
            judge(length.get(), name);
        } else if (mode == DurationCheck.STRICT) {
            findings.violation(
                    field, "length-unknown", "The length of " + name + " cannot be measured, and the check is strict.");
        } else if (facts.warnings().isEmpty()) {
            findings.warning("The length of " + name + " could not be measured and was not checked; "
                    + "the provider takes " + allowed() + '.');
        }
    }

    private void judge(Duration length, String name) {
        Duration short_ = limits.shortest().map(least -> least.minus(length)).orElse(Duration.ZERO);
        Duration over = limits.longest().map(most -> length.minus(most)).orElse(Duration.ZERO);
        // A prompt must be strictly shorter than its limit.
        boolean atTheEdge = limits.shortest().isEmpty() && over.isZero();
        Duration beyond = short_.compareTo(over) > 0 ? short_ : over;
        Duration allowance = mode == DurationCheck.STRICT ? Duration.ZERO : TOLERANCE;
        String sentence = String.format(
                Locale.ROOT,
                "%s plays for %.2f s; the provider takes %s.",
                name,
                length.toSeconds() + length.toNanosPart() / 1e9,
                allowed());
        if (beyond.compareTo(allowance) > 0 || (atTheEdge && mode == DurationCheck.STRICT)) {
            findings.violation(field, short_.compareTo(over) > 0 ? "too-short" : "too-long", sentence);
        } else if (beyond.compareTo(Duration.ZERO) > 0 || atTheEdge) {
            findings.warning(sentence + " It is sent all the same: measures differ by that much.");
        }
    }

    private String allowed() {
        if (limits.shortest().isEmpty()) {
            return "less than " + seconds(limits.longest().orElse(Duration.ZERO));
        }
        return limits.longest()
                .map(most -> seconds(limits.shortest().get()) + " to " + seconds(most))
                .orElseGet(() -> "at least " + seconds(limits.shortest().get()));
    }

    private static String seconds(Duration length) {
        return length.toSeconds() % 60 == 0 && length.toMinutes() > 0
                ? length.toMinutes() + " min"
                : length.toSeconds() + " s";
    }
}
