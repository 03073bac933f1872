package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The delivery that follows from what was seen of a request, and the leaf that follows from the delivery. */
class ObservationsTest {
    private final Observations seen = new Observations();

    @Test
    void nothingSeenIsNotSent() {
        assertThat(seen.delivery()).isEqualTo(Delivery.NOT_SENT);
    }

    @Test
    void aHeadAloneMayHaveBeenEnough() {
        seen.requestStarted();
        assertThat(seen.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @Test
    void aBodyThatBeganAndDidNotEndIsIncomplete() {
        seen.requestStarted();
        seen.bodyStarted();
        assertThat(seen.delivery()).isEqualTo(Delivery.INCOMPLETE);
        seen.bodyEnded();
        assertThat(seen.delivery()).isEqualTo(Delivery.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "101, UNKNOWN", "199, UNKNOWN", "200, ANSWER_LOST", "201, ANSWER_LOST", "299, ANSWER_LOST", "300, REJECTED",
                "302, REJECTED", "400, REJECTED",
        "407, REJECTED", "408, UNKNOWN", "409, UNKNOWN", "410, REJECTED", "428, REJECTED", "429, REFUSED",
                "430, REJECTED", "499, REJECTED",
        "500, UNKNOWN", "503, UNKNOWN", "599, UNKNOWN"
    })
    void theStatusOfAnAnswerDecides(int status, Delivery delivery) {
        seen.requestStarted();
        seen.bodyStarted();
        seen.answered(status);
        assertThat(seen.delivery()).isEqualTo(delivery);
        assertThat(seen.status()).isEqualTo(status);
    }

    @Test
    void onlyAWholeAnswerIsDone() {
        seen.requestStarted();
        seen.bodyStarted();
        seen.bodyEnded();
        seen.answered(200);
        assertThat(seen.hasAnswer()).isFalse();
        seen.answerComplete();
        assertThat(seen.hasAnswer()).isTrue();
        assertThat(seen.delivery()).isEqualTo(Delivery.DONE);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_SENT, PROVIDER_UNAVAILABLE, PROVIDER_UNAVAILABLE",
        "INCOMPLETE, AMBIGUOUS_OUTCOME, PROVIDER_UNAVAILABLE",
        "UNKNOWN, AMBIGUOUS_OUTCOME, PROVIDER_UNAVAILABLE",
        "ANSWER_LOST, AMBIGUOUS_OUTCOME, UNEXPECTED_REPLY",
        "DONE, AMBIGUOUS_OUTCOME, UNEXPECTED_REPLY",
        "REFUSED, UNEXPECTED_REPLY, UNEXPECTED_REPLY",
        "REJECTED, UNEXPECTED_REPLY, UNEXPECTED_REPLY",
    })
    void whatMayHaveMadeAVoiceIsAmbiguousOnTheStepThatMakesOneOnly(Delivery delivery, Category clone, Category other) {
        for (Step step : Step.values()) {
            assertThat(FailurePolicy.categoryOf(step, delivery)).isEqualTo(step == Step.CLONE ? clone : other);
        }
    }
}
