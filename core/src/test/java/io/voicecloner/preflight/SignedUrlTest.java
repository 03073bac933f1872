package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presigned URLs that say of themselves that they are past their time: a warning, since clocks differ. */
@Tag("B78")
@Tag("S8")
class SignedUrlTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Date=20260102T030404Z&X-Amz-Expires=0",
                "X-Amz-Date=20260102T020404Z&X-Amz-Expires=3600",
                "x-amz-expires=1&x-amz-date=20200101T000000Z",
                "X-Goog-Date=20260101T030405Z&X-Goog-Expires=86399",
                "AWSAccessKeyId=A&Expires=1141889120&Signature=S",
                "Expires=1767323044",
            })
    void theseHaveExpired(String query) {
        assertThat(expired(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a=b",
                "X-Amz-Date=20260102T030405Z&X-Amz-Expires=0",
                "X-Amz-Date=20260102T020405Z&X-Amz-Expires=3600",
                "X-Amz-Date=20260102T030405Z&X-Amz-Expires=604800",
                "X-Goog-Date=20260102T030405Z&X-Goog-Expires=1",
                "Expires=1767323045",
                "Expires=99999999999",
            })
    void theseHaveNot(String query) {
        assertThat(expired(query)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Amz-Date=20200101T000000Z",
                "X-Amz-Expires=1",
                "X-Amz-Date=&X-Amz-Expires=",
                "X-Amz-Date=yesterday&X-Amz-Expires=1",
                "X-Amz-Date=20201340T990000Z&X-Amz-Expires=1",
                "X-Amz-Date=20200101T000000Z&X-Amz-Expires=soon",
                "X-Amz-Date=20200101T000000Z&X-Amz-Expires=99999999999999999999",
                "Expires=never",
                "Expires=1",
                "Expires",
                "=&&=x&%00",
            })
    void whatMakesNoSenseProvesNothing(String query) {
        assertThat(expired(query)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {31_556_889_864_403_200L, Long.MAX_VALUE, Long.MIN_VALUE})
    void anExpiryBeyondAllTimeIsNoCrash(long seconds) {
        assertThat(expired("X-Amz-Date=20200101T000000Z&X-Amz-Expires=" + seconds))
                .isFalse();
    }

    @Test
    void itIsWarnedOfAndSentWithoutQuotingTheSignature() {
        URI url = URI.create("https://audio.example/me.mp3?X-Amz-Date=20200101T000000Z&X-Amz-Expires=60"
                + "&X-Amz-Signature=CANARY");
        assertThat(Checks.forUrls().warnings(CloneRequest.of(AudioSource.url(url))))
                .containsExactly("The signature in the URL of the recording seems to have expired.");
    }

    private static boolean expired(String query) {
        return SignedUrl.expired(URI.create("https://audio.example/me.mp3?" + query), NOW);
    }
}
