package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A refusal that names a voice: it may be there. */
class NamedVoiceTest {
    private static final CodeMeaning LATER = CodeMeaning.refused(Reason.RATE, "slow down", "Ask again later.");
    private static final CodeMeaning NO =
            CodeMeaning.rejected(Category.QUOTA, Reason.BALANCE, "no balance", "Top up the account.");
    private static final CodeMeaning FAULT = CodeMeaning.unknown(Reason.PROVIDER_FAULT, "a fault", "Tell support.");

    private final CallScope scope = CallScope.of("probe", Duration.ofMinutes(1));

    @Test
    void beingAskedToWaitBecomesADoubtAndIsNotAskedAgain() {
        VoiceClonerException failure = told(Step.CLONE, LATER, "nv-1");

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceId()).contains("nv-1");
        assertThat(failure.hint().orElseThrow()).startsWith("Find out");
    }

    @Test
    void aNoStaysOneAndTheVoiceIsNotForgotten() {
        VoiceClonerException failure = told(Step.CLONE, NO, "nv-1");

        assertThat(failure.category()).isEqualTo(Category.QUOTA);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains("nv-1");
        assertThat(failure.hint().orElseThrow()).startsWith("Find out");
    }

    @Test
    void aFaultCarriesTheIdToo() {
        assertThat(told(Step.CLONE, FAULT, "nv-1").voiceId()).contains("nv-1");
    }

    @Test
    void withoutANameNothingIsInDoubt() {
        assertThat(told(Step.CLONE, LATER, "none").category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(told(Step.CLONE, LATER, "none").voiceMayExist()).isFalse();
        assertThat(told(Step.CLONE, NO, "none").voiceMayExist()).isFalse();
        assertThat(told(Step.CLONE, NO, "none").hint()).contains("Top up the account.");
    }

    @Test
    void anUploadNamesNoVoice() {
        VoiceClonerException failure = told(Step.UPLOAD, LATER, "nv-1");

        assertThat(failure.category()).isEqualTo(Category.RATE_LIMITED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.voiceId()).isEmpty();
    }

    private VoiceClonerException told(Step step, CodeMeaning meaning, String body) {
        Answer<Object> answer = Answered.with(step, scope, 200, body).answer();
        return AnswerFailures.ofCode(step, scope, answer, meaning, "7", "words");
    }
}
