package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceNotFoundException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.time.Instant;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A no to a synthesis: by the provider's reason, by a code from behind it, by the status; and in words that fit a synthesis (wire-facts 2.5). */
class SpeechRefusalTest {
    @AutoClose
    private final SpeakingNovita novita =
            new SpeakingNovita().with("attempts", "1").with("retry-ambiguous-speech", "false");

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST_BODY, INVALID_REQUEST, REJECTED",
        "400, INVALID_AUDIO_FILE, INVALID_REQUEST, REJECTED",
        "400, ILLEGAL_PROMPT, CONTENT_REJECTED, REJECTED",
        "403, INVALID_API_KEY, ACCESS, REJECTED",
        "403, NEED_REAL_NAME_VERIFY, ACCESS, REJECTED",
        "400, BILLING_BALANCE_NOT_ENOUGH, QUOTA, REJECTED",
        "404, API_NOT_FOUND, CONFIGURATION, REJECTED",
        "429, RATE_LIMIT_EXCEEDED, RATE_LIMITED, REFUSED",
        "500, TASK_FAILED, PROVIDER_UNAVAILABLE, UNKNOWN"
    })
    void aReasonSaysMoreThanTheStatus(int status, String reason, Category category, Delivery delivery) {
        for (int sent : new int[] {status, 200}) {
            VoiceClonerException failure = answered(sent, NovitaBench.refusal(status, reason, "own words"));

            assertThat(failure.category()).isEqualTo(category);
            assertThat(failure.delivery()).isEqualTo(delivery);
            assertThat(failure.providerCode()).contains(reason);
            assertThat(failure.providerMessage()).contains("own words");
            assertThat(failure.voiceMayExist()).isFalse();
            assertThat(failure.getMessage()).doesNotContain("recording").doesNotContain("clone");
        }
    }

    @Test
    void aNoBesideAudioIsANo() {
        VoiceClonerException failure = answered(
                200, "{\"audio\":\"" + SpeakingNovita.HEX + "\",\"reason\":\"ILLEGAL_PROMPT\",\"message\":\"no\"}");

        assertThat(failure.category()).isEqualTo(Category.CONTENT_REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST, REJECTED, provider refused the request",
        "401, ACCESS, REJECTED, key",
        "402, QUOTA, REJECTED, balance",
        "404, CONFIGURATION, REJECTED, base URL",
        "413, INVALID_REQUEST, REJECTED, Send a shorter text",
        "429, RATE_LIMITED, REFUSED, slow down",
        "502, PROVIDER_UNAVAILABLE, UNKNOWN, The synthesis may be billed",
        "504, PROVIDER_UNAVAILABLE, UNKNOWN, The synthesis may be billed"
    })
    void withoutAReasonTheStatusDecides(int status, Category category, Delivery delivery, String words) {
        VoiceClonerException failure = answered(status, "not even JSON");

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure).hasMessageContaining(words);
        assertThat(failure.getMessage()).doesNotContain("recording");
    }

    @ParameterizedTest
    @CsvSource({
        "2054, VOICE_NOT_FOUND, MISSING_VOICE",
        "20132, VOICE_NOT_FOUND, MISSING_VOICE",
        "2042, ACCESS, FOREIGN_VOICE",
        "1026, CONTENT_REJECTED, INPUT_CONTENT",
        "1039, RATE_LIMITED, RATE",
        "1042, INVALID_REQUEST, PARAMETER",
        "1004, ACCESS, KEY"
    })
    void aCodeFromBehindSaysMost(int code, Category category, Reason reason) {
        String inner = "\"base_resp\":{\"status_code\":" + code + ",\"status_msg\":\"own words\"}";
        for (String body : new String[] {
            "{" + inner + "}",
            "{\"data\":null," + inner + "}",
            "{\"code\":400,\"reason\":\"INVALID_REQUEST_BODY\"," + inner + "}"
        }) {
            for (int status : new int[] {200, 400}) {
                VoiceClonerException failure = answered(status, body);

                assertThat(failure.category()).as(body).isEqualTo(category);
                assertThat(failure.reason()).as(body).isEqualTo(reason);
                assertThat(failure.providerCode()).contains(Integer.toString(code));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upstream error, status_code: 2054, status_msg: voice id not exist",
                "{\\\"status_code\\\":2054}",
                "status_code=20132",
                "minimax error code 2054",
                "voice id not exist"
            })
    void anUnknownVoiceIsToldByWordsThatAreUnmistakable(String words) {
        for (String reason : new String[] {"INVALID_REQUEST_BODY", "TASK_FAILED", "SOMETHING_NEW"}) {
            VoiceClonerException failure = answered(400, NovitaBench.refusal(400, reason, words));

            assertThat(failure).isInstanceOf(VoiceNotFoundException.class);
            assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "invalid voice",
                "line 2054 of the text",
                "code 20540",
                "code 2054.5",
                "barcode 2054",
                "the text must not contain 2042"
            })
    void otherWordsDoNotMakeAVoiceMissing(String words) {
        VoiceClonerException failure = answered(400, NovitaBench.refusal(400, "INVALID_REQUEST_BODY", words));

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.reason()).isEqualTo(Reason.PARAMETER);
    }

    @Test
    void wordsDoNotOverruleAReasonThatIsClear() {
        VoiceClonerException failure = answered(403, NovitaBench.refusal(403, "INVALID_API_KEY", "status_code: 2054"));

        assertThat(failure.category()).isEqualTo(Category.ACCESS);
    }

    @Test
    void ofAVoiceThatNobodyUsedInTimeItIsSaidSinceWhenItIsGone() {
        Instant made = Instant.parse("2020-01-01T00:00:00Z");
        novita.answering("{\"base_resp\":{\"status_code\":2054}}");

        VoiceClonerException failure = novita.failure(SpeakingNovita.words().withVoiceCreatedAt(made));

        assertThat(failure).hasMessageContaining("2020-01-08T00:00:00Z");
    }

    private VoiceClonerException answered(int status, String body) {
        return novita.answering(Reply.of(status, "application/json", body)).failure(SpeakingNovita.words());
    }
}
