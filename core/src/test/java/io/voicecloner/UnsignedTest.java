package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Words that others put into a failure. */
@Tag("S13")
class UnsignedTest {
    @Test
    void addressesLoseTheirQueries() {
        assertThat(Unsigned.of("from HTTPS://a.example/x?s=1&t=2 to \"http://b.example/$1?u\", not c?d"))
                .isEqualTo("from HTTPS://a.example/x?[redacted] to \"http://b.example/$1?[redacted]\", not c?d");
    }

    @Test
    @Timeout(value = 2, unit = TimeUnit.SECONDS)
    void aTextFullOfBeginningsOfAddressesOnceTookAMinute() {
        String words = "http:".repeat(40_000);
        assertThat(new Violation("audio", "unreadable", words).message()).isEqualTo(words);
    }
}
