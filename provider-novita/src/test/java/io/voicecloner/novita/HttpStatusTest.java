package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Reason;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers whose status is not 2xx and whose body is not the provider's. */
class HttpStatusTest {
    private static final String HTML = "<html><head><title>Bad Gateway</title></head></html>";

    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @AutoClose
    private final WireServer elsewhere = new WireServer(request -> Reply.json(NovitaBench.SUCCESS));

    @ParameterizedTest
    @CsvSource({
        "401, ACCESS, REJECTED, false",
        "403, ACCESS, REJECTED, false",
        "402, QUOTA, REJECTED, false",
        "429, RATE_LIMITED, REFUSED, false",
        "408, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "500, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "502, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "503, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "504, AMBIGUOUS_OUTCOME, UNKNOWN, true"
    })
    void aStatusAloneDecides(int status, Category category, Delivery delivery, boolean voiceMayExist) {
        novita.onClone(Reply.of(status, "text/html", HTML));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
    }

    @Test
    void plainWordsOfAMissingPageAreAWrongAddress() {
        novita.onClone(Reply.of(404, "text/plain; charset=utf-8", "404 page not found"));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isIn(Category.UNEXPECTED_REPLY, Category.CONFIGURATION);
        assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED_ENDPOINT);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"7, PT7S", "1.2, PT2S", "99999999999999999999, PT24H"})
    void howLongToWaitIsSaid(String header, Duration wait) {
        novita.onClone(Reply.of(
                429,
                "application/json",
                NovitaBench.refusal(429, "RATE_LIMIT_EXCEEDED", "slow down"),
                "Retry-After: " + header));

        RateLimitedException failure = (RateLimitedException) novita.failure();

        assertThat(failure.retryAfter()).contains(wait);
        assertThat(novita.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        novita.onClone(Reply.of(
                status, "text/html", "moved", "Location: " + elsewhere.uri("/v3/minimax-voice-cloning?token=s3cr3t")));

        VoiceClonerException failure = novita.failure();

        assertThat(elsewhere.received()).isEmpty();
        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.REDIRECT);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure).message().doesNotContain("s3cr3t");
        assertThat(novita.received()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 500, 503})
    void aVoiceInTheBodyOfAFaultIsNoSuccess(int status) {
        novita.onClone(Reply.of(status, "application/json", "{\"voice_id\":\"nv-1\"}"));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.voiceMayExist()).isTrue();
    }
}
