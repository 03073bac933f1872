package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.ClonedVoice;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Doubts about a request are warnings: the provider decides. */
class OpenListsTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void anUnknownModelIsSentAndWarnedOf() {
        ClonedVoice voice = minimax.clone(Requests.plain().withPreview("A gentle breeze.", "speech-9-hd"));

        assertThat(minimax.cloneBody()).contains("\"speech-9-hd\"");
        assertThat(voice.warnings()).anySatisfy(warning -> assertThat(warning).contains("speech-9-hd"));
    }

    @Test
    void anUnknownLanguageIsSentAndWarnedOf() {
        ClonedVoice voice = minimax.clone(Requests.plain().withLanguage("Klingon"));

        assertThat(minimax.cloneBody()).contains("\"Klingon\"");
        assertThat(voice.warnings()).anySatisfy(warning -> assertThat(warning).contains("Klingon"));
    }

    @Test
    void aTranscriptWithoutFinalPunctuationIsSentAndWarnedOf() {
        ClonedVoice voice = minimax.clone(
                Requests.plain().withPrompt(AudioSource.bytes(Requests.sample("prompt.mp3")), "it can be tough"));

        assertThat(minimax.cloneBody()).contains("\"it can be tough\"");
        assertThat(voice.warnings()).anySatisfy(warning -> assertThat(warning).contains("punctuation"));
    }

    @Test
    void aRequestBeyondDoubtHasNoWarning() {
        ClonedVoice voice = minimax.clone(Requests.withPrompt().withLanguage("English"));

        assertThat(voice.warnings())
                .noneSatisfy(warning -> assertThat(warning).containsAnyOf("English", "punctuation", "model"));
    }
}
