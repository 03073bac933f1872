package io.voicecloner.host.s3;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of a time: a number and a unit. */
final class Times {
    private static final Pattern FORM =
            Pattern.compile("\\s*([0-9]{1,9})\\s*(?:(s|seconds?)|(m|minutes?)|(h|hours?)|(d|days?))\\s*");

    private Times() {}

    /** Reads a time; empty if it is none. */
    static Optional<Duration> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(form.group(1));
        if (form.group(2) != null) {
            return Optional.of(Duration.ofSeconds(count));
        }
        if (form.group(3) != null) {
            return Optional.of(Duration.ofMinutes(count));
        }
        return Optional.of(form.group(4) != null ? Duration.ofHours(count) : Duration.ofDays(count));
    }
}
