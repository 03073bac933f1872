package io.voicecloner.minimax;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code created_time}: a day, perhaps with a time of day behind it, or seconds since 1970 (public pages of both routes, wire-facts 1.4). */
final class CreatedTime {
    private static final Pattern DAY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(\\D.*)?");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");

    /** No clone is older; a day before says that none is known. */
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    private CreatedTime() {}

    /** The day; empty for what says none. */
    static Optional<LocalDate> read(@Nullable String text) {
        String said = text == null ? "" : text.strip();
        return day(said).filter(day -> !day.isBefore(FIRST));
    }

    private static Optional<LocalDate> day(String said) {
        Matcher day = DAY.matcher(said);
        try {
            if (day.matches()) {
                return Optional.of(LocalDate.parse(day.group(1)));
            }
        } catch (DateTimeException e) {
            return Optional.empty();
        }
        return SECONDS.matcher(said).matches()
                ? Optional.of(LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(said)), ZoneOffset.UTC))
                : Optional.empty();
    }
}
