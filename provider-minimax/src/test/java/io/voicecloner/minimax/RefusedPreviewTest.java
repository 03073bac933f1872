package io.voicecloner.minimax;

import static io.voicecloner.minimax.FaultyMiniMax.code;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Confirmation;
import io.voicecloner.ContentRejectedException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The words of a preview were refused; the voice that spoke them may be there. */
@Tag("faults")
class RefusedPreviewTest {
    private static final Reply UNSAFE = Reply.json(MiniMaxBench.refusal(1027, "output sensitive"));

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    @Test
    @Tag("F19")
    void aVoiceThatIsThereIsFoundWithoutThePreviewAndTheCallerIsToldWhy() {
        minimax.onClone(minimax.makeBut(UNSAFE), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.requestWithPreview());

        assertAskedAgainWithoutText();
        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(voice.confirmation()).isEqualTo(Confirmation.INFERRED);
        assertThat(voice.preview()).isEmpty();
        assertThat(voice.warnings())
                .anyMatch(warning -> warning.contains("unsafe"))
                .noneMatch(warning -> warning.contains("never came"));
    }

    @Test
    @Tag("F19")
    void aVoiceThatIsNotThereIsMadeWithoutThePreviewAndTheCallerIsToldWhy() {
        minimax.onClone(FaultyMiniMax.just(UNSAFE), minimax::make);

        ClonedVoice voice = minimax.clone(FaultyMiniMax.requestWithPreview());

        assertAskedAgainWithoutText();
        assertThat(minimax.voices()).containsExactly(voice.ref().id());
        assertThat(voice.confirmation()).isEqualTo(Confirmation.CONFIRMED);
        assertThat(voice.preview()).isEmpty();
        assertThat(voice.warnings())
                .anyMatch(warning -> warning.contains("unsafe"))
                .noneMatch(warning -> warning.contains("never came"));
    }

    @Test
    @Tag("F19")
    void whereAnIdMayNotBeAskedForAgainTheVoiceStaysInDoubt() {
        minimax.onClone(code(1027));

        VoiceClonerException failure =
                minimax.failure(FaultyMiniMax.requestWithPreview().withVoiceId("CallersOwn1"));

        assertThat(failure).isInstanceOf(ContentRejectedException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    @Tag("F19")
    void aRefusalOfTheChangedRequestSaysNothingOfTheVoiceThatSpoke() {
        minimax.onClone(minimax.makeBut(UNSAFE), code(2013));

        VoiceClonerException failure = minimax.failure(FaultyMiniMax.requestWithPreview());

        assertAskedAgainWithoutText();
        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.providerCode()).contains("2013");
    }

    private void assertAskedAgainWithoutText() {
        assertThat(minimax.clones()).hasSize(2);
        assertThat(minimax.askedFor().get(1)).isEqualTo(minimax.askedFor().get(0));
        assertThat(minimax.clones().get(0).text()).contains("\"text\":");
        assertThat(minimax.clones().get(1).text()).doesNotContain("\"text\":");
    }
}
