package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A header that servers fill with anything. */
class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "1, PT1S",
        "0, PT0S",
        "1.5, PT2S",
        "0.001, PT1S",
        "' 7 ', PT7S",
        "007, PT7S",
        "86400, PT24H",
        "86401, PT24H",
        "99999999999, PT24H",
        "99999999999999999999, PT24H",
        "9999999999999999999999999999999999999999, PT24H",
        "'Sat, 21 Nov 2026 12:00:30 GMT', PT30S",
        "'Sat, 21 Nov 2026 12:00:00 GMT', PT0S",
        "'Mon, 21 Nov 2033 12:00:00 GMT', PT24H",
    })
    void secondsAndDatesBecomeAWaitOfADayAtMost(String value, Duration wait) {
        assertThat(RetryAfter.parse(value, NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "+1",
                "soon",
                "1e3",
                "1,5",
                "0x10",
                "NaN",
                "٣",
                "1 2",
                "Sat, 21 Nov 2026 11:59:59 GMT",
                "Fri, 21 Nov 2026 12:00:30 GMT",
                "2026-11-21T12:00:30Z",
                "Sat, 31 Feb 2026 12:00:00 GMT",
                "Sat, 21 Nov 99999 12:00:00 GMT",
            })
    void anythingElseSaysNothing(String value) {
        assertThat(RetryAfter.parse(value, NOW)).isEmpty();
    }

    @Test
    void noHeaderSaysNothingAndAnAbsurdOneDoesNoHarm() {
        assertThat(RetryAfter.parse(null, NOW)).isEmpty();
        assertThat(RetryAfter.parse("9".repeat(100_000), NOW)).isEmpty();
    }
}
