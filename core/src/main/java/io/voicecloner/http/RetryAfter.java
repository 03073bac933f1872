package io.voicecloner.http;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code Retry-After} (RFC 9110, 10.2.3) without ever failing. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern SECONDS = Pattern.compile("\\d{1,40}(\\.\\d{1,9})?");

    private RetryAfter() {}

    /**
     * Seconds, fractions rounded up, or a date, as the time from now. More than a day counts as a day; a date that passed, a
     * negative number and words say nothing.
     */
    static Optional<Duration> parse(@Nullable String value, Instant now) {
        if (value == null) {
            return Optional.empty();
        }
        String text = value.strip();
        if (SECONDS.matcher(text).matches()) {
            BigDecimal seconds = new BigDecimal(text).setScale(0, RoundingMode.CEILING);
            boolean tooLong = seconds.compareTo(BigDecimal.valueOf(LONGEST.toSeconds())) > 0;
            return Optional.of(tooLong ? LONGEST : Duration.ofSeconds(seconds.longValueExact()));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, until);
            if (wait.isNegative()) {
                return Optional.empty();
            }
            return Optional.of(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
