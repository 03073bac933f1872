package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.RateLimitedException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals as code, reason and message, which Highway shares with Novita as far as anybody saw. */
class RefusalTest {
    private static final String WORDS = "the provider's own words, trace_id: 5f2c9b1d7e04";

    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST_BODY, INVALID_REQUEST",
        "400, INVALID_AUDIO_FILE, INVALID_REQUEST",
        "400, ILLEGAL_PROMPT, CONTENT_REJECTED",
        "400, MISSING_API_KEY, ACCESS",
        "403, INVALID_API_KEY, ACCESS",
        "403, API_NOT_ALLOWED, ACCESS",
        "403, FEATURE_NOT_ALLOWED, ACCESS",
        "403, NEED_REAL_NAME_VERIFY, ACCESS",
        "400, BILLING_BALANCE_NOT_ENOUGH, QUOTA",
        "403, BILLING_BALANCE_NOT_ENOUGH, QUOTA",
        "403, BILLING_AUTH_FAILED, QUOTA",
        "404, API_NOT_FOUND, CONFIGURATION",
        "500, INVALID_API_KEY, ACCESS",
        "200, INVALID_AUDIO_FILE, INVALID_REQUEST"
    })
    void aNoMadeNoVoice(int status, String reason, Category category) {
        VoiceClonerException failure = refused(status, reason);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @Test
    void tooManyRequestsMayBeTriedAgainAfterAWhile() {
        VoiceClonerException failure = highway.failure(Reply.of(
                429, "application/json", HighwayBench.refusal(429, "RATE_LIMIT_EXCEEDED", WORDS), "Retry-After: 7"));

        assertThat(failure.category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(failure.delivery()).isEqualTo(Delivery.REFUSED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(((RateLimitedException) failure).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"BILLING_FAILED", "CREATE_TASK_FAILED", "GET_RESULT_FAILED", "TASK_FAILED", "NEW_FAULT"})
    void aFaultLeavesTheOutcomeOpen(String reason) {
        VoiceClonerException failure = refused(500, reason);

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST, false",
        "401, ACCESS, false",
        "402, QUOTA, false",
        "403, ACCESS, false",
        "404, CONFIGURATION, false",
        "429, RATE_LIMITED, false",
        "500, AMBIGUOUS_OUTCOME, true",
        "503, AMBIGUOUS_OUTCOME, true",
        "504, AMBIGUOUS_OUTCOME, true"
    })
    void whereTheReasonIsUnknownTheStatusDecides(int status, Category category, boolean voiceMayExist) {
        VoiceClonerException failure = refused(status, "SOMETHING_NEW");

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
    }

    @ParameterizedTest
    @CsvSource({"400, INVALID_REQUEST", "401, ACCESS", "429, RATE_LIMITED", "500, AMBIGUOUS_OUTCOME"})
    @Tag("B94")
    void whereThereIsNoReasonTheStatusDecidesAndTheMessageIsKept(int status, Category category) {
        VoiceClonerException failure = highway.failure(
                Reply.of(status, "application/json", "{\"code\":" + status + ",\"message\":\"" + WORDS + "\"}"));

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.providerMessage()).contains(WORDS);
    }

    private VoiceClonerException refused(int status, String reason) {
        VoiceClonerException failure = highway.failure(Reply.of(
                status, "application/json", HighwayBench.refusal(status == 200 ? 400 : status, reason, WORDS)));
        assertThat(failure.providerCode()).contains(reason);
        assertThat(failure.providerMessage()).contains(WORDS);
        assertThat(failure).hasMessageContaining(WORDS);
        return failure;
    }
}
