package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reason of wire-facts 2.5: its leaf, why, whether a voice can have been made, and what to do next. */
class EveryReasonTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            INVALID_REQUEST_BODY       | INVALID_REQUEST      | PARAMETER              | REJECTED | says which
            INVALID_AUDIO_FILE         | INVALID_REQUEST      | AUDIO                  | REJECTED | reached from outside
            ILLEGAL_PROMPT             | CONTENT_REJECTED     | INPUT_CONTENT          | REJECTED | Change what is said
            MISSING_API_KEY            | ACCESS               | KEY                    | REJECTED | Check the key
            INVALID_API_KEY            | ACCESS               | KEY                    | REJECTED | Check the key
            FAILED_TO_AUTH             | ACCESS               | KEY                    | REJECTED | Check the key
            BILLING_BALANCE_NOT_ENOUGH | QUOTA                | BALANCE                | REJECTED | Top up
            NOT_ENOUGH_BALANCE         | QUOTA                | BALANCE                | REJECTED | Top up
            BILLING_AUTH_FAILED        | QUOTA                | BALANCE                | REJECTED | billing
            API_NOT_ALLOWED            | ACCESS               | PERMISSION             | REJECTED | allow it
            FEATURE_NOT_ALLOWED        | ACCESS               | PERMISSION             | REJECTED | allow it
            model_access_denied        | ACCESS               | PERMISSION             | REJECTED | another model
            NEED_REAL_NAME_VERIFY      | ACCESS               | PERMISSION             | REJECTED | Verify the account
            API_NOT_FOUND              | CONFIGURATION        | MISCONFIGURED_ENDPOINT | REJECTED | Check base-url
            TASK_NOT_FOUND             | INVALID_REQUEST      | PARAMETER              | REJECTED | limited time
            RATE_LIMIT_EXCEEDED        | RATE_LIMITED         | RATE                   | REFUSED  | later
            BILLING_FAILED             | PROVIDER_UNAVAILABLE | PROVIDER_FAULT         | UNKNOWN  | support
            CREATE_TASK_FAILED         | PROVIDER_UNAVAILABLE | PROVIDER_FAULT         | UNKNOWN  | support
            GET_RESULT_FAILED          | PROVIDER_UNAVAILABLE | PROVIDER_FAULT         | UNKNOWN  | support
            TASK_FAILED                | PROVIDER_UNAVAILABLE | PROVIDER_FAULT         | UNKNOWN  | support
            """)
    void hasALeafAReasonAndSomethingToDo(
            String name, Category category, Reason reason, Delivery delivery, String toDo) {
        CodeMeaning meaning = NovitaReasons.of(name).orElseThrow();

        assertThat(meaning.category()).isEqualTo(category);
        assertThat(meaning.reason()).isEqualTo(reason);
        assertThat(meaning.delivery()).isEqualTo(delivery);
        assertThat(meaning.hint()).contains(toDo);
    }

    @Test
    void anUnlistedOneIsLeftToTheStatus() {
        assertThat(NovitaReasons.of("SOMETHING_NEW")).isEmpty();
    }
}
