package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.SpeechLimits;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as paths, and what a host of the dialect takes for speech, as data. */
class SpeechModelTest {
    private final UrlCloneProfile plain = UrlCloneProfile.of("harbor", URI.create("https://api.harbor.example/v3/"));

    @Test
    void theDocumentedPathsFollowFromTheName() {
        assertThat(SpeechModel.documented("speech-02-hd"))
                .isEqualTo(
                        new SpeechModel("speech-02-hd", "minimax-speech-02-hd", "async/minimax-speech-02-hd", false));
        assertThat(SpeechModel.documented(List.of("speech-2.8-turbo", "speech-2.6-hd")))
                .extracting(SpeechModel::audioSampleRateInTasks)
                .containsExactly(true, false);
    }

    @Test
    void aHostMayHavePathsOfItsOwn() {
        SpeechModel own = new SpeechModel("mine", "speak/mine", "tasks/mine", true);

        assertThat(plain.withSpeech(List.of(own)).model("mine")).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/admin", "https://elsewhere.example/x", "//elsewhere.example", "../x", "a\\b"})
    void aPathThatLeadsElsewhereIsNone(String path) {
        assertThatIllegalArgumentException().isThrownBy(() -> new SpeechModel("m", path, "async/m", false));
        assertThatIllegalArgumentException().isThrownBy(() -> new SpeechModel("m", "m", path, false));
    }

    @Test
    void aHostWithoutModelsDoesNotSpeak() {
        assertThatIllegalStateException().isThrownBy(plain::speech);
        assertThatIllegalArgumentException().isThrownBy(() -> plain.withSpeech(List.of()));
    }

    @Test
    @Tag("B43")
    void theLimitsAreThoseOfThePages() {
        SpeechLimits limits = plain.withSpeech(SpeechModel.documented(List.of("best", "other")))
                .speech()
                .build();

        assertThat(limits.codePoints()).isEqualTo(9_999);
        assertThat(limits.taskCodePoints()).isEqualTo(50_000);
        assertThat(limits.models()).containsExactly("best", "other");
        assertThat(limits.defaultModel()).contains("best");
        assertThat(limits.onlyKnownModels()).isTrue();
        assertThat(limits.speed()).isEqualTo(SpeechLimits.Range.of(0.5, 2));
        assertThat(limits.volume()).isEqualTo(SpeechLimits.Range.above(0, 10));
        assertThat(limits.pitch()).isEqualTo(SpeechLimits.Range.of(-12, 12));
        assertThat(limits.formats()).containsExactly("mp3", "pcm", "flac", "wav");
        assertThat(limits.streamedFormats()).containsExactlyInAnyOrder("mp3", "pcm", "flac");
        assertThat(limits.languages()).hasSize(41).contains("Chinese,Yue", "Tamil", "auto");
    }

    @Test
    void novitaSpeaksAndHasNoCatalog() {
        Capabilities novita = new NovitaProvider().capabilities(ProviderSettings.of(NovitaBench.KEY));

        assertThat(novita.features())
                .contains(Feature.SPEECH)
                .doesNotContain(Feature.LIST_VOICES, Feature.DELETE_VOICE);
        assertThat(novita.speech().orElseThrow().models()).isEqualTo(NovitaModels.documented());
    }
}
