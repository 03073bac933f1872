package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A no to a synthesis, in words that fit one. */
class SpokenRefusalsTest {
    private final CallScope scope = CallScope.of("probe", Duration.ofMinutes(1), "vc-probe", null);

    @Test
    void whatIsTooLargeIsATextWhereOneIsSpokenAndARecordingElsewhere() {
        assertThat(StatusMeanings.of(Step.SPEAK, 413).hint()).isEqualTo("Send a shorter text.");
        assertThat(StatusMeanings.of(Step.UPLOAD, 413).hint()).contains("recording");
        assertThat(StatusMeanings.of(Step.SPEAK, 404)).isEqualTo(StatusMeanings.of(404));
    }

    @Test
    void aCodeThatCameInOtherWordsMeansWhatItMeansInItsEnvelope() {
        VoiceClonerException told = told(Map.of());

        assertThat(told.category()).isEqualTo(Category.VOICE_NOT_FOUND);
        assertThat(told.reason()).isEqualTo(Reason.MISSING_VOICE);
        assertThat(told.providerCode()).contains("2054");
        assertThat(told.providerMessage()).contains("code 2054");
    }

    @Test
    void aHostsOwnMeaningComesFirstThereToo() {
        CodeMeaning own = CodeMeaning.rejected(Category.ACCESS, Reason.PERMISSION, "no", null);

        assertThat(told(Map.of(2054L, own)).reason()).isEqualTo(Reason.PERMISSION);
    }

    private VoiceClonerException told(Map<Long, CodeMeaning> overlay) {
        Answer<?> answer = Answered.with(Step.SPEAK, scope, 400, "{}").answer();
        return AnswerFailures.ofBaseRespCode(Step.SPEAK, scope, answer, 2054, "code 2054", overlay);
    }
}
