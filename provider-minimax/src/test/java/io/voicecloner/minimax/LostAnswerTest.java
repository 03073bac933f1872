package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.just;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.Delivery;
import io.voicecloner.PreviewState;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A request for a voice left whole and its answer never came: the same id is asked for again, and the server counts one voice. */
@Tag("faults")
class LostAnswerTest {
    private static final Duration FIVE = Duration.ofSeconds(5);
    private static final Duration FIFTEEN = Duration.ofSeconds(15);

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @Test
    @Tag("F07")
    void aVoiceThatWasNotMadeTheFirstTimeIsMadeTheSecond() {
        minimax.onClone(
                just(Reply.end()),
                just(Reply.json("{\"demo_audio\":\"https://a.example/b.mp3\",\"base_resp\":{\"status_code\":0}}")));

        ClonedVoice voice = minimax.clone(FaultyMiniMax.requestWithPreview());

        assertThat(minimax.askedFor())
                .containsExactly(voice.ref().id(), voice.ref().id());
        assertThat(minimax.clones().get(1).text())
                .isEqualTo(minimax.clones().get(0).text());
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.previewState()).isEqualTo(PreviewState.AVAILABLE);
        assertThat(voice.attempts()).isEqualTo(2);
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.time.waits()).containsExactly(FIVE);
    }

    @Test
    @Tag("F08")
    void aVoiceThatWasMadeTheFirstTimeIsFoundTheSecondWithoutItsPreview() {
        minimax.onClone(minimax.makeBut(Reply.end()), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.requestWithPreview());

        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(minimax.askedFor())
                .containsExactly(voice.ref().id(), voice.ref().id());
        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(voice.previewState()).isEqualTo(PreviewState.LOST);
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.time.waits()).containsExactly(FIVE);
    }

    @Test
    @Tag("F09")
    void anIdOfTheCallersOwnIsNotAskedForAgainUnlessTheCallerVouchesForIt() {
        minimax.onClone(minimax.makeBut(Reply.end()), minimax::make);

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request().withVoiceId("CallersOwn1"));

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).contains("CallersOwn1");
        assertThat(minimax.askedFor()).containsExactly("CallersOwn1");
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    @Tag("F09")
    void anIdThatTheCallerVouchesForIsTheCallersVoice() {
        minimax.with("on-ambiguity", "reconcile").onClone(minimax.makeBut(Reply.end()), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request().withVoiceId("CallersOwn1"));

        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(minimax.askedFor()).containsExactly("CallersOwn1", "CallersOwn1");
        assertThat(minimax.voices()).containsExactly("CallersOwn1");
    }

    @Test
    @Tag("F13")
    void afterThreeResetsTheCallerIsToldWhatToDo() {
        minimax.onClone(just(Reply.reset()));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(((AmbiguousOutcomeException) failure).checks()).isNotEmpty();
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(minimax.clones()).hasSize(3);
        assertThat(minimax.askedFor()).containsOnly(failure.voiceId().orElseThrow());
        assertThat(minimax.time.waits()).containsExactly(FIVE, FIFTEEN);
    }

    @Test
    @Tag("F14")
    void aVoiceThatTookTooLongIsFoundAfterALongerPause() {
        minimax.with("read-timeout", "200ms").onClone(minimax.makeBut(Reply.silence()), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(minimax.clones()).hasSize(2);
        assertThat(minimax.time.waits()).containsExactly(FIFTEEN);
    }

    @Test
    @Tag("F36")
    void aPageInPlaceOfAnAnswerIsAskedAbout() {
        minimax.onClone(minimax.makeBut(Reply.of(200, "text/html", "<html>hello</html>")), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(minimax.clones()).hasSize(2);
    }

    @Test
    @Tag("F37")
    void whereverAnAnswerEndsItsVoiceIsFoundAndNeverTakenForConfirmed() {
        byte[] whole = MiniMaxBench.SUCCESS.getBytes(StandardCharsets.UTF_8);
        for (int end = 0; end < whole.length; end++) {
            byte[] cut = Reply.message(200, "application/json", Arrays.copyOf(whole, end));
            int before = minimax.clones().size();
            minimax.onClone(minimax.makeBut(Reply.bytes(cut)), minimax::make);

            ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

            assertThat(voice.confirmation()).as("cut at %d", end).isEqualTo(Confirmation.INFERRED);
            assertThat(minimax.clones()).as("cut at %d", end).hasSize(before + 2);
        }
        assertThat(minimax.voices()).hasSize(whole.length);
    }

    @Test
    @Tag("F37")
    void anAnswerThatIsCutOffEveryTimeIsAnAnswerLost() {
        minimax.onClone(minimax.makeBut(Reply.json("{\"base_resp\":{\"status_co")));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(minimax.clones()).hasSize(3);
        assertThat(minimax.voices()).hasSize(1);
    }

    @Test
    @Tag("F51")
    void anAnswerThatOnlyDripsIsEndedByTheTimeOfTheWholeCall() {
        minimax.with("connect-timeout", "300ms").with("call-timeout", "400ms").with("read-timeout", "10s");
        minimax.onClone(minimax.makeBut(drip(Reply.message(200, "application/json", new byte[900]))), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.request());

        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(minimax.clones()).hasSize(2);
        assertThat(minimax.time.waits()).containsExactly(FIFTEEN);
    }

    @Test
    @Tag("F51")
    void anAnswerThatOnlyDripsEveryTimeRanOutOfTime() {
        minimax.with("connect-timeout", "300ms").with("call-timeout", "300ms").with("read-timeout", "10s");
        minimax.with("attempts", "1").onClone(just(drip(Reply.message(200, "application/json", new byte[900]))));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.request());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(minimax.clones()).hasSize(1);
    }

    /** A byte every 50 ms. */
    private static Reply drip(byte[] message) {
        return connection -> {
            for (byte each : message) {
                connection.getOutputStream().write(each);
                connection.getOutputStream().flush();
                pause();
            }
        };
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
