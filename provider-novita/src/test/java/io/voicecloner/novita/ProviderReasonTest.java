package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals as code, reason and message: the reason decides first, the status second. */
class ProviderReasonTest {
    private static final String WORDS = "the provider's own words";

    @AutoClose
    private final NovitaBench novita = new NovitaBench();

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
        "403, model_access_denied, ACCESS",
        "401, FAILED_TO_AUTH, ACCESS",
        "400, BILLING_BALANCE_NOT_ENOUGH, QUOTA",
        "403, BILLING_BALANCE_NOT_ENOUGH, QUOTA",
        "403, BILLING_AUTH_FAILED, QUOTA",
        "403, NOT_ENOUGH_BALANCE, QUOTA",
        "404, API_NOT_FOUND, CONFIGURATION",
        "404, TASK_NOT_FOUND, INVALID_REQUEST"
    })
    void aNoMadeNoVoice(int status, String reason, Category category) {
        VoiceClonerException failure = refused(status, status, reason);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertQuoted(failure, reason);
    }

    @Test
    void tooManyRequestsMadeNoVoiceAndMayBeTriedAgain() {
        VoiceClonerException failure = refused(429, 429, "RATE_LIMIT_EXCEEDED");

        assertThat(failure.category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(failure.delivery()).isEqualTo(Delivery.REFUSED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertQuoted(failure, "RATE_LIMIT_EXCEEDED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"BILLING_FAILED", "CREATE_TASK_FAILED", "GET_RESULT_FAILED", "TASK_FAILED", "NEW_FAULT"})
    void aFaultLeavesTheOutcomeOpen(String reason) {
        VoiceClonerException failure = refused(500, 500, reason);

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
        assertQuoted(failure, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 429, RATE_LIMIT_EXCEEDED, RATE_LIMITED",
        "500, 403, INVALID_API_KEY, ACCESS",
        "403, 400, ILLEGAL_PROMPT, CONTENT_REJECTED",
        "401, 400, BILLING_BALANCE_NOT_ENOUGH, QUOTA"
    })
    void theReasonCountsMoreThanTheStatus(int status, int code, String reason, Category category) {
        VoiceClonerException failure = refused(status, code, reason);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isFalse();
        assertQuoted(failure, reason);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_AUDIO_FILE, INVALID_REQUEST, false",
        "403, INVALID_API_KEY, ACCESS, false",
        "429, RATE_LIMIT_EXCEEDED, RATE_LIMITED, false",
        "500, TASK_FAILED, AMBIGUOUS_OUTCOME, true"
    })
    @Tag("B94")
    void aRefusalThatComesWithStatus200IsARefusalAllTheSame(
            int code, String reason, Category category, boolean voiceMayExist) {
        VoiceClonerException failure = refused(200, code, reason);

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
        assertQuoted(failure, reason);
    }

    private VoiceClonerException refused(int status, int code, String reason) {
        novita.onClone(Reply.of(status, "application/json", NovitaBench.refusal(code, reason, WORDS)));
        VoiceClonerException failure = novita.failure();
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(novita.received()).hasSize(1);
        return failure;
    }

    private static void assertQuoted(VoiceClonerException failure, String reason) {
        assertThat(failure.providerCode()).contains(reason);
        assertThat(failure.providerMessage()).contains(WORDS);
    }
}
