package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of wire-facts 1.5: its leaf, why, whether a voice can have been made, and what to do next. */
class EveryCodeTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1000  | PROVIDER_UNAVAILABLE | UNEXPLAINED    | UNKNOWN  | check its format and length
            1001  | PROVIDER_UNAVAILABLE | TIMEOUT        | UNKNOWN  | trace id
            1002  | RATE_LIMITED         | RATE           | REFUSED  | in a minute
            1004  | ACCESS               | KEY            | REJECTED | Check the key
            1008  | QUOTA                | BALANCE        | REJECTED | Top up
            1013  | PROVIDER_UNAVAILABLE | PROVIDER_FAULT | UNKNOWN  | trace id
            1024  | PROVIDER_UNAVAILABLE | PROVIDER_FAULT | UNKNOWN  | trace id
            1026  | CONTENT_REJECTED     | INPUT_CONTENT  | REJECTED | Change what is said
            1027  | CONTENT_REJECTED     | OUTPUT_CONTENT | REJECTED | not the voice
            1028  | QUOTA                | PLAN           | REJECTED | next window
            1030  | QUOTA                | PLAN           | REJECTED | next window
            1033  | PROVIDER_UNAVAILABLE | PROVIDER_FAULT | UNKNOWN  | trace id
            1039  | RATE_LIMITED         | RATE           | REFUSED  | in a minute
            1041  | RATE_LIMITED         | CONCURRENCY    | REFUSED  | less at once
            1042  | INVALID_REQUEST      | PARAMETER      | REJECTED | Take them out
            1043  | INVALID_REQUEST      | AUDIO          | REJECTED | can be understood
            1044  | INVALID_REQUEST      | AUDIO          | REJECTED | word for word
            2013  | INVALID_REQUEST      | PARAMETER      | REJECTED | says which
            20132 | INVALID_REQUEST      | UNKNOWN_FILE   | REJECTED | several accounts
            2037  | INVALID_REQUEST      | AUDIO          | REJECTED | 10 seconds to 5 minutes
            2038  | ACCESS               | PERMISSION     | REJECTED | Verify the account
            2039  | VOICE_ID_TAKEN       | DUPLICATE      | REJECTED | another id
            2042  | ACCESS               | FOREIGN_VOICE  | REJECTED | another id
            2045  | RATE_LIMITED         | RATE           | REFUSED  | grow slowly
            2048  | INVALID_REQUEST      | AUDIO          | REJECTED | shorter than 8 seconds
            2049  | ACCESS               | KEY            | REJECTED | Check the key
            2054  | VOICE_NOT_FOUND      | MISSING_VOICE  | REJECTED | clone it again
            2056  | QUOTA                | PLAN           | REJECTED | next window
            2061  | QUOTA                | PLAN           | REJECTED | another model
            """)
    void hasALeafAReasonAndSomethingToDo(long code, Category category, Reason reason, Delivery delivery, String toDo) {
        CodeMeaning meaning = BaseRespCodes.of(code, "the provider's words");

        assertThat(meaning.category()).isEqualTo(category);
        assertThat(meaning.reason()).isEqualTo(reason);
        assertThat(meaning.delivery()).isEqualTo(delivery);
        assertThat(meaning.hint()).contains(toDo);
        assertThat(meaning.summary()).isNotBlank();
    }

    /** A minute's limit is waited out by doubling; these two last longer. */
    @ParameterizedTest
    @CsvSource({"1041, PT10S", "2045, PT30S"})
    void someRefusalsSayHowLongToWaitWhereTheAnswerDoesNot(long code, Duration pause) {
        assertThat(BaseRespCodes.of(code, null).pause()).isEqualTo(pause);
    }

    @ParameterizedTest
    @ValueSource(longs = {1002, 1039, 1004, 2013})
    void theOthersDoNot(long code) {
        assertThat(BaseRespCodes.of(code, null).pause()).isNull();
    }

    @Test
    void aPauseChangesNothingElse() {
        CodeMeaning meaning = CodeMeaning.refused(Reason.RATE, "slow down", "Wait.");

        assertThat(meaning.after(Duration.ofSeconds(3)))
                .isEqualTo(new CodeMeaning(
                        Category.RATE_LIMITED,
                        Reason.RATE,
                        Delivery.REFUSED,
                        "slow down",
                        "Wait.",
                        Duration.ofSeconds(3)));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 308, 399})
    void aRedirectIsNeverFollowed(int status) {
        assertThat(StatusMeanings.of(status).reason()).isEqualTo(Reason.REDIRECT);
    }

    @ParameterizedTest
    @CsvSource({
        "408, UNKNOWN, PROVIDER_FAULT",
        "409, UNKNOWN, PROVIDER_FAULT",
        "500, UNKNOWN, PROVIDER_FAULT",
        "503, UNKNOWN, PROVIDER_FAULT",
        "100, UNKNOWN, PROVIDER_FAULT",
        "199, UNKNOWN, PROVIDER_FAULT",
        "407, REJECTED, UNREADABLE",
        "410, REJECTED, UNREADABLE",
        "499, REJECTED, UNREADABLE"
    })
    void aStatusOfTheServersOwnProvesNothing(int status, Delivery delivery, Reason reason) {
        assertThat(StatusMeanings.of(status).delivery()).isEqualTo(delivery);
        assertThat(StatusMeanings.of(status).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice quality too low", "Too much noise", "audio too short"})
    void theCodeOfADuplicateWithWordsOfARecordingIsNotBelieved(String words) {
        assertThat(BaseRespCodes.of(2039, words).reason()).isEqualTo(Reason.UNLISTED_CODE);
    }

    @Test
    void theCodeOfADuplicateNeedsNoWords() {
        assertThat(BaseRespCodes.of(2039, null).reason()).isEqualTo(Reason.DUPLICATE);
    }

    @ParameterizedTest
    @CsvSource({"2037, audio too short, AUDIO", "1004, quality plan expired, KEY", "1043, not similar, AUDIO"})
    void otherCodesMeanTheSameWhateverTheirWords(long code, String words, Reason reason) {
        assertThat(BaseRespCodes.of(code, words).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"voice clone voice id duplicate", "Voice ID Duplicate!"})
    void theWordsOfADuplicateAreBelievedUnderAnyCode(String words) {
        assertThat(BaseRespCodes.of(1000, words).reason()).isEqualTo(Reason.DUPLICATE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, -1, 999, 4242, 100_000, Long.MAX_VALUE})
    void anUnlistedCodeProvesNothing(long code) {
        CodeMeaning meaning = BaseRespCodes.of(code, null);

        assertThat(meaning.reason()).isEqualTo(Reason.UNLISTED_CODE);
        assertThat(meaning.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(meaning.hint()).contains("trace id");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                100, 302, 400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 418, 422, 429, 451, 500, 502, 503, 504, 599
            })
    void aStatusAloneSaysWhatToDoToo(int status) {
        CodeMeaning meaning = StatusMeanings.of(status);

        assertThat(meaning.hint()).isNotBlank();
        assertThat(meaning.summary()).endsWith("(HTTP " + status + ")");
    }
}
