package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.testkit.wire.Json;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The body of spec/002, field for field. */
class CloneRequestTest {
    private static final String EXAMPLE_TEXT = "Audio generation technology is evolving rapidly, enabling the creation"
            + " of speech, music, and sound effects from text or data inputs. It supports applications in media,"
            + " accessibility, customer service, and content creation. With improved quality and customization, these"
            + " tools are increasingly integrated into digital platforms across various industries.";

    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @Test
    void theExampleOfThePage() {
        novita.clone(NovitaBench.of("https://example.com/voice.mp3")
                .withPreview(EXAMPLE_TEXT, "speech-01-hd")
                .withNoiseReduction(true)
                .withVolumeNormalization(true));

        assertSent("""
                {
                  "audio_url": "https://example.com/voice.mp3",
                  "text": "%s",
                  "model": "speech-01-hd",
                  "need_noise_reduction": true,
                  "need_volume_normalization": true
                }""".formatted(EXAMPLE_TEXT));
    }

    @Test
    void whatIsNotSetIsNotSent() {
        novita.clone(NovitaBench.plain());

        assertSent("{\"audio_url\":\"https://example.com/voice.mp3\"}");
    }

    @Test
    void aPromptGoesByItsAddressAndItsWords() {
        novita.clone(NovitaBench.plain()
                .withPrompt(
                        AudioSource.url(URI.create("https://example.com/prompt.mp3")),
                        "This voice sounds natural and pleasant."));

        assertSent("""
                {
                  "audio_url": "https://example.com/voice.mp3",
                  "clone_prompt": {
                    "prompt_audio_url": "https://example.com/prompt.mp3",
                    "prompt_text": "This voice sounds natural and pleasant."
                  }
                }""");
    }

    @ParameterizedTest
    @CsvSource({"0, 0(\\.0)?", "0.7, 0\\.7", "1, 1(\\.0)?", "0.05, 0\\.05"})
    void theAccuracyIsANumber(double accuracy, String written) {
        novita.clone(NovitaBench.plain().withAccuracy(accuracy));

        assertThat(novita.request().text().replace(" ", "")).containsPattern("\"accuracy\":" + written + "[,}]");
    }

    @Test
    void switchesAreSentOffAsWellAsOn() {
        novita.clone(NovitaBench.plain().withNoiseReduction(false).withVolumeNormalization(false));

        assertSent("""
                {"audio_url":"https://example.com/voice.mp3",
                 "need_noise_reduction":false,"need_volume_normalization":false}""");
    }

    @Test
    void aPreviewWithoutAModelIsSentWithTheDefaultOne() {
        novita.clone(NovitaBench.plain().withPreview("A gentle breeze."));

        String model = novita.defaultModel();
        assertSent("""
                {"audio_url":"https://example.com/voice.mp3","text":"A gentle breeze.","model":"%s"}""".formatted(model));
    }

    @Test
    void anAddressArrivesWithItsSignatureAsItStands() {
        String signed = "https://bucket.s3.amazonaws.com/a%20b/v%C3%A9.mp3?X-Amz-Signature=ab%2Fcd&x=1+2";

        novita.clone(NovitaBench.of(signed));

        assertSent("{\"audio_url\":\"" + signed + "\"}");
    }

    @Test
    void everyCharacterOfATextArrives() {
        novita.clone(NovitaBench.plain().withPreview("\"Q\" \\ < & > = é 風 \uD83C\uDFB5\nnext", "speech-2.8-hd"));

        assertSent("""
                {"audio_url":"https://example.com/voice.mp3",
                 "text":"\\"Q\\" \\\\ < & > = é 風 \uD83C\uDFB5\\nnext","model":"speech-2.8-hd"}""");
    }

    private void assertSent(String expected) {
        assertThat(Json.parse(novita.request().text())).isEqualTo(Json.parse(expected));
    }
}
