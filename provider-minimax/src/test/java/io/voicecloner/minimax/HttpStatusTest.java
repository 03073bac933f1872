package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers whose status is not 2xx. */
class HttpStatusTest {
    private static final String HTML = "<html><head><title>Bad Gateway</title></head></html>";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @ParameterizedTest
    @CsvSource({
        "401, ACCESS, REJECTED, false",
        "403, ACCESS, REJECTED, false",
        "402, QUOTA, REJECTED, false",
        "429, RATE_LIMITED, REFUSED, false",
        "408, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "409, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "500, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "502, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "503, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "504, AMBIGUOUS_OUTCOME, UNKNOWN, true",
        "599, AMBIGUOUS_OUTCOME, UNKNOWN, true"
    })
    void aStatusAloneDecidesWhatBecameOfTheClone(
            int status, Category category, Delivery delivery, boolean voiceMayExist) {
        minimax.onClone(request -> Reply.of(status, "text/html", HTML));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.delivery()).isEqualTo(delivery);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
    }

    @ParameterizedTest
    @CsvSource({
        "401, ACCESS",
        "403, ACCESS",
        "402, QUOTA",
        "429, RATE_LIMITED",
        "408, PROVIDER_UNAVAILABLE",
        "500, PROVIDER_UNAVAILABLE",
        "502, PROVIDER_UNAVAILABLE",
        "503, PROVIDER_UNAVAILABLE",
        "504, PROVIDER_UNAVAILABLE"
    })
    void aStatusAloneEndsTheCloneAtTheUpload(int status, Category category) {
        minimax.onUpload(request -> Reply.of(status, "text/html", HTML));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.clones()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UPLOAD", "CLONE"})
    void plainWordsOfAMissingPageAreAWrongAddress(Step step) {
        Reply notFound = Reply.of(404, "text/plain; charset=utf-8", "404 page not found");
        VoiceClonerException failure = step == Step.UPLOAD
                ? minimax.onUpload(request -> notFound).failure(Requests.plain())
                : minimax.onClone(request -> notFound).failure(Requests.plain());

        assertThat(failure.category()).isIn(Category.UNEXPECTED_REPLY, Category.CONFIGURATION);
        assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED_ENDPOINT);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.step()).isEqualTo(step);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "502, 2013, INVALID_REQUEST, false",
        "500, 1004, ACCESS, false",
        "400, 2013, INVALID_REQUEST, false",
        "400, 2037, INVALID_REQUEST, false",
        "401, 1004, ACCESS, false",
        "403, 2038, ACCESS, false",
        "429, 1002, RATE_LIMITED, false",
        "429, 1008, QUOTA, false",
        "409, 2039, VOICE_ID_TAKEN, false",
        "502, 2039, VOICE_ID_TAKEN, false",
        "400, 1000, AMBIGUOUS_OUTCOME, true",
        "201, 2013, INVALID_REQUEST, false"
    })
    void theProvidersOwnCodeCountsMoreThanTheStatus(int status, int code, Category category, boolean voiceMayExist) {
        minimax.onClone(request -> Reply.of(status, "application/json", MiniMaxBench.refusal(code, "words")));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
        assertThat(failure.providerCode()).contains(Integer.toString(code));
        assertThat(failure.providerMessage()).contains("words");
    }

    @Test
    void aConflictWithTheWordsOfADuplicateIsATakenId() {
        minimax.onClone(request ->
                Reply.of(409, "application/json", "{\"error\":{\"message\":\"voice clone voice id duplicate\"}}"));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(Category.VOICE_ID_TAKEN);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500", "503", "408"})
    void aSuccessInTheBodyOfAFaultIsNoSuccess(int status) {
        minimax.onClone(request -> Reply.of(status, "application/json", MiniMaxBench.SUCCESS));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.voiceMayExist()).isTrue();
    }

    @Test
    void theErrorShapeOfTheOtherRoutesIsAnAccessProblemToo() {
        minimax.onClone(request -> Reply.of(
                401,
                "application/json",
                "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"login fail\"},"
                        + "\"request_id\":\"0601\"}"));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure.category()).isEqualTo(Category.ACCESS);
        assertThat(failure.voiceMayExist()).isFalse();
    }
}
