package io.voicecloner;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How fast requests may be made: one to an interval, however long nothing was asked before. The intervals follow each other from the moment a cloner
 * is opened, so that two requests may come close together at the edge of two. A provider punishes bursts even where the count over a
 * minute is right. Immutable.
 */
public final class Rate {
    private static final Rate UNLIMITED = new Rate(Duration.ZERO, "unlimited");
    private static final Pattern SHAPE = Pattern.compile("([1-9]\\d{0,4})/([sm])");

    private final Duration interval;
    private final String text;

    private Rate(Duration interval, String text) {
        this.interval = interval;
        this.text = text;
    }

    /** No limit. */
    public static Rate unlimited() {
        return UNLIMITED;
    }

    /** {@code 1/s} to {@code 1000/s}, {@code 1/m} to {@code 60000/m}, or {@code unlimited}; empty for anything else. */
    public static Optional<Rate> parse(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(UNLIMITED.text)) {
            return Optional.of(UNLIMITED);
        }
        Matcher matcher = SHAPE.matcher(plain);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Duration interval =
                Duration.ofSeconds(matcher.group(2).equals("s") ? 1 : 60).dividedBy(Integer.parseInt(matcher.group(1)));
        return interval.compareTo(Duration.ofMillis(1)) >= 0
                ? Optional.of(new Rate(interval, plain))
                : Optional.empty();
    }

    /** Whether there is a limit at all. */
    public boolean isLimited() {
        return !interval.isZero();
    }

    /** The time from one request to the next; zero without a limit. */
    public Duration interval() {
        return interval;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rate rate && rate.interval.equals(interval);
    }

    @Override
    public int hashCode() {
        return interval.hashCode();
    }

    /** As configuration writes it: {@code 60/m}. */
    @Override
    public String toString() {
        return text;
    }
}
