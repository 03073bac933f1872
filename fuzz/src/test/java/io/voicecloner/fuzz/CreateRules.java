package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.util.OptionalInt;

/** What an answer to a request for a voice may be taken for, judged by its HTTP status and nothing else. */
final class CreateRules {
    private CreateRules() {}

    static void areKept(RawAnswer answer, VoiceClonerException failure) {
        Told.fitsTogether(failure);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.attempts()).isEqualTo(1);
        boolean made = failure.reason() == Reason.OUTPUT_CONTENT
                || failure.reason() == Reason.DUPLICATE
                || answer.mentions("voice_id");
        assertThat(failure.voiceMayExist() && !made && !(failure instanceof AmbiguousOutcomeException))
                .as("a voice may exist, and nothing says so")
                .isFalse();
        OptionalInt status = answer.status();
        boolean explained = failure.providerCode().isPresent() || answer.mentions("voice id duplicate");
        if (status.isEmpty() || explained) {
            return;
        }
        int code = status.getAsInt();
        boolean refusedForCertain = code >= 300 && code < 500 && code != 408 && code != 409;
        if (!refusedForCertain) {
            assertThat(failure).as("HTTP %s without a word of why", code).isInstanceOf(AmbiguousOutcomeException.class);
        } else if (!answer.mentions("voice_id")) {
            assertThat(failure.voiceMayExist()).as("HTTP %s", code).isFalse();
        }
    }

    static void areKeptBySuccess(RawAnswer answer) {
        answer.status()
                .ifPresent(
                        code -> assertThat(code).as("the status of a success").isBetween(200, 299));
    }
}
