package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Not now", and how long to wait. */
class RateLimitTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @CsvSource({"7, PT7S", "0, PT0S", "86400, PT24H", "1.2, PT2S", "86401, PT24H", "99999999999999999999, PT24H"})
    void aNumberIsSecondsAndNeverMoreThanADay(String header, Duration wait) {
        assertThat(limited("Retry-After: " + header).retryAfter()).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", ""})
    void whatIsNoTimeIsNotSaid(String header) {
        assertThat(limited("Retry-After: " + header).retryAfter()).isEmpty();
    }

    @Test
    void withoutTheHeaderNothingIsSaid() {
        assertThat(limited("X-Other: 7").retryAfter()).isEmpty();
    }

    @Test
    void aDateIsTheTimeUntilThen() {
        String inAMinute = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plusSeconds(60).atOffset(ZoneOffset.UTC));

        assertThat(limited("Retry-After: " + inAMinute).retryAfter())
                .get(InstanceOfAssertFactories.DURATION)
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(61));
    }

    @Test
    void anUploadMayBeTooMuchAsWell() {
        minimax.onUpload(request -> Reply.of(429, "text/plain", "slow down", "Retry-After: 3"));

        RateLimitedException failure = (RateLimitedException) minimax.failure(Requests.plain());

        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.retryAfter()).isEqualTo(Optional.of(Duration.ofSeconds(3)));
        assertThat(minimax.server().received()).hasSize(1);
    }

    private RateLimitedException limited(String header) {
        minimax.onClone(request -> Reply.of(429, "application/json", MiniMaxBench.refusal(1002, "rate limit"), header));
        VoiceClonerException failure = minimax.failure(Requests.plain());
        assertThat(failure).isInstanceOf(RateLimitedException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.REFUSED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.clones()).hasSize(1);
        return (RateLimitedException) failure;
    }
}
