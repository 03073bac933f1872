package io.voicecloner.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time from the command line: {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}, or ISO 8601 as in {@code PT30S}. */
final class DurationArgument implements ITypeConverter<Duration> {
    private static final Pattern SHORT = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");

    @Override
    public Duration convert(String value) {
        Duration duration = parse(value.toLowerCase(Locale.ROOT));
        if (duration.isZero() || duration.isNegative()) {
            throw new TypeConversionException("'" + value + "' is no time at all");
        }
        return duration;
    }

    private static Duration parse(String value) {
        Matcher amount = SHORT.matcher(value);
        if (amount.matches()) {
            long number = Long.parseLong(amount.group(1));
            return switch (amount.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofHours(number);
            };
        }
        try {
            return Duration.parse(value);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + value + "' is not a time such as 30s, 5m or PT30S");
        }
    }
}
