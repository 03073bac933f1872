package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Timeout;

/** The value of a {@code Retry-After}. */
@Timeout(20)
class RetryAfterFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,40}");

    @FuzzTest
    void aWaitIsNothingToADay(byte[] input) {
        String value = new String(input, StandardCharsets.UTF_8);
        Optional<Duration> wait = RetryAfter.parse(value, NOW);

        wait.ifPresent(told -> assertThat(told).isBetween(Duration.ZERO, LONGEST));
        if (WHOLE_NUMBER.matcher(value).matches()) {
            BigInteger capped = new BigInteger(value).min(BigInteger.valueOf(LONGEST.toSeconds()));
            assertThat(wait).contains(Duration.ofSeconds(capped.longValueExact()));
        }
        if (value.strip().startsWith("-")) {
            assertThat(wait).isEmpty();
        }
    }
}
