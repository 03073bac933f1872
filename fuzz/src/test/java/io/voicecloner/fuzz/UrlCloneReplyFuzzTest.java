package io.voicecloner.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceRef;
import io.voicecloner.novita.NovitaProvider;
import org.junit.jupiter.api.Timeout;

/** Answers to the one request of Novita's dialect, as they come from the wire: status line, headers and body. */
@Timeout(20)
class UrlCloneReplyFuzzTest {
    private static final Host HOST = new Host(new NovitaProvider());

    @FuzzTest
    void aVoiceIsInTheAnswerOrTheFailureSaysWhatMayBe(byte[] input) {
        RawAnswer answer = new RawAnswer(input);
        Host.Outcome outcome = HOST.answering(input);
        VoiceClonerException failure = outcome.failure();
        ClonedVoice voice = outcome.voice();

        assertThat(HOST.wire().requests()).isEqualTo(1);
        if (failure != null) {
            CreateRules.areKept(answer, failure);
            failure.voiceId()
                    .filter(id -> !id.contains("[redacted]"))
                    .ifPresent(id -> assertThat(answer.holds(id)).isTrue());
        }
        if (voice != null) {
            CreateRules.areKeptBySuccess(answer);
            assertThat(answer.holds("voice_id")).isTrue();
            assertThat(answer.holds(voice.ref().id()))
                    .as("the id is of the answer")
                    .isTrue();
            assertThat(VoiceRef.parse(voice.ref().toString())).isEqualTo(voice.ref());
        }
    }
}
