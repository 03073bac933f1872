package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Synthesis;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a lost answer may cost: one more synthesis, which the result tells of, and none if the settings say so. */
@Tag("faults")
class SpokenTwiceTest {
    @AutoClose
    private final SpeakingNovita novita = new SpeakingNovita();

    static Reply[] lost() {
        byte[] whole =
                Reply.message(200, "application/json", "{\"audio\":\"00ff00ff\"}".getBytes(StandardCharsets.US_ASCII));
        return new Reply[] {
            Reply.end(),
            Reply.reset(),
            connection -> connection.getOutputStream().write(whole, 0, whole.length - 4),
            Reply.of(502, "text/html", "<html></html>"),
            Reply.of(500, "application/json", NovitaBench.refusal(500, "GET_RESULT_FAILED", "own words")),
            Reply.json("{\"base_resp\":{\"status_code\":1001}}")
        };
    }

    @ParameterizedTest
    @MethodSource("lost")
    @Tag("F65")
    void aLostAnswerIsAskedForOnceMoreAndTheResultTellsOfIt(Reply loss) {
        novita.answering(loss, SpeakingNovita.SPOKEN);

        SpeakingNovita.Spoken spoken = novita.toFile(SpeakingNovita.words());

        assertThat(spoken.audio()).isEqualTo(SpeakingNovita.AUDIO);
        Synthesis made = spoken.synthesis();
        assertThat(made.attempts()).isEqualTo(2);
        assertThat(made.possiblyBilledTwice()).isTrue();
        assertThat(novita.received()).hasSize(2);
        assertThat(novita.received().get(1).body())
                .isEqualTo(novita.received().get(0).body());
    }

    @ParameterizedTest
    @MethodSource("lost")
    @Tag("F65")
    void whoSwitchesThatOffPaysOnceAndIsTold(Reply loss) {
        novita.with("retry-ambiguous-speech", "false").answering(loss, SpeakingNovita.SPOKEN);

        VoiceClonerException failure = novita.failure(SpeakingNovita.words());

        assertThat(failure).hasMessageContaining("The synthesis may be billed.");
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    @Tag("F65")
    void aSecondLossIsTheEnd() {
        novita.answering(Reply.end());

        assertThat(novita.failure(SpeakingNovita.words())).hasMessageContaining("The synthesis may be billed.");

        assertThat(novita.received()).hasSize(2);
    }

    @Test
    void aNoIsNotAskedForAgain() {
        novita.answering(
                Reply.of(400, "application/json", NovitaBench.refusal(400, "INVALID_REQUEST_BODY", "own words")));

        novita.failure(SpeakingNovita.words());

        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aNotNowIsAskedForAgainAndNotBilledTwice() {
        novita.answering(
                Reply.of(429, "application/json", NovitaBench.refusal(429, "RATE_LIMIT_EXCEEDED", "own words")),
                SpeakingNovita.SPOKEN);

        Synthesis made = novita.toFile(SpeakingNovita.words()).synthesis();

        assertThat(made.attempts()).isEqualTo(2);
        assertThat(made.possiblyBilledTwice()).isFalse();
        assertThat(novita.time.waits()).isNotEmpty();
    }
}
