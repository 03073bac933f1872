package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Activation;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Retention;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that were lost: each more request may be billed (reliability 1.11). Counted where it matters, at the server. */
class LostSpeechTest {
    private static final byte[] AUDIO = SpeakingMiniMax.audio(5000);
    private static final String ANSWER = SpeakingMiniMax.spoken(SpeakingMiniMax.hex(AUDIO));
    private static final Script LOST = request -> Reply.end();
    private static final Script SPOKEN = request -> Reply.json(ANSWER);

    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax();

    @TempDir
    private Path folder;

    @Test
    @Tag("F65")
    @Tag("faults")
    void aLostAnswerIsAskedForOnceMoreAndTheResultSaysThatItMayBeBilledTwice() throws IOException {
        minimax.on(SpeakingMiniMax.SPEAK, LOST, SPOKEN);

        Synthesis speech = speak();

        assertThat(Files.readAllBytes(target())).isEqualTo(AUDIO);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(2);
        assertThat(speech.attempts()).isEqualTo(2);
        assertThat(speech.possiblyBilledTwice()).isTrue();
    }

    @Test
    @Tag("F65")
    @Tag("faults")
    void withTheOptionOffNothingIsPaidForTwice() {
        minimax.with("retry-ambiguous-speech", "false").on(SpeakingMiniMax.SPEAK, LOST, SPOKEN);

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    /** The audio was there, and the text was spoken and paid for again because of what stood beside it. */
    @ParameterizedTest
    @ValueSource(strings = {"\"ok\"", "[]", "{}", "{\"status_msg\":\"success\"}"})
    void aWholeAnswerThatMakesNoSenseIsNotPaidForTwice(String baseResp) {
        String answer = "{\"data\":{\"audio\":\"" + SpeakingMiniMax.hex(AUDIO) + "\",\"status\":2},\"base_resp\":"
                + baseResp + "}";
        minimax.on(SpeakingMiniMax.SPEAK, request -> Reply.json(answer), SPOKEN);

        VoiceClonerException failure = failure();

        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Tag("F65")
    @Tag("faults")
    void twoLostAnswersAreTheEnd() {
        minimax.on(SpeakingMiniMax.SPEAK, LOST, LOST, SPOKEN);

        assertThat(failure().moneyMayBeSpent()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void halfAnAnswerIsALostOneAndItsAudioIsDropped() throws IOException {
        byte[] whole = Reply.message(200, "application/json", ANSWER.getBytes(StandardCharsets.UTF_8));
        minimax.on(SpeakingMiniMax.SPEAK, request -> Reply.bytes(Arrays.copyOf(whole, whole.length / 2)), SPOKEN);

        Synthesis speech = speak();

        assertThat(Files.readAllBytes(target())).isEqualTo(AUDIO);
        assertThat(speech.bytes()).isEqualTo(AUDIO.length);
        assertThat(speech.possiblyBilledTwice()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(2);
    }

    @Test
    void whatWasCertainlyNotSpokenIsAskedForAgainAndBilledOnce() {
        minimax.on(SpeakingMiniMax.SPEAK, request -> Reply.json(MiniMaxBench.refusal(1039, "slow down")), SPOKEN);

        Synthesis speech = speak();

        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(2);
        assertThat(speech.possiblyBilledTwice()).isFalse();
    }

    @Test
    void anActivationIsRepeatedUpToThreeTimes() {
        minimax.on(SpeakingMiniMax.SPEAK, LOST, LOST, LOST, SPOKEN);

        Activation kept = minimax.doing(cloner -> cloner.speech().activate(SpeakingMiniMax.VOICE));

        assertThat(kept.retention()).isEqualTo(Retention.KEPT);
        assertThat(kept.synthesis().attempts()).isEqualTo(4);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(4);
    }

    private Path target() {
        return folder.resolve("speech.mp3");
    }

    private Synthesis speak() {
        return minimax.doing(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), target()));
    }

    private VoiceClonerException failure() {
        return minimax.failure(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), target()));
    }
}
