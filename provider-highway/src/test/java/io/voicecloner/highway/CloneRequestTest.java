package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import io.voicecloner.VoiceCloners;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request of spec/003, field for field, with legal values for its placeholders. */
class CloneRequestTest {
    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @Test
    void theExampleOfThePage() {
        ClonedVoice voice = highway.clone(HighwayBench.plain()
                .withPreview("A gentle breeze passes over the soft grass.", "speech-2.8-hd")
                .withAccuracy(0.7)
                .withNoiseReduction(true)
                .withVolumeNormalization(true));

        // The page shows a preview that was asked for and no address that is one.
        assertThat(voice.warnings()).singleElement().asString().contains("preview");
        assertSent("""
                {
                  "audio_url": "https://example.com/voice.mp3",
                  "text": "A gentle breeze passes over the soft grass.",
                  "model": "speech-2.8-hd",
                  "accuracy": 0.7,
                  "need_noise_reduction": true,
                  "need_volume_normalization": true
                }""");
    }

    @Test
    void itIsPostedAsJsonWithTheKeyAsBearer() {
        highway.clone(HighwayBench.withPreview());

        Received request = highway.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo(HighwayBench.CLONE_PATH);
        assertThat(request.query()).isEmpty();
        assertThat(request.header("Authorization")).containsExactly("Bearer " + HighwayBench.KEY);
        assertThat(request.header("Content-Type")).containsExactly("application/json");
        assertThat(request.header("Content-Length")).containsExactly(Integer.toString(request.body().length));
        assertThat(request.header("x-api-key")).isEmpty();
        assertThat(request.header("Idempotency-Key")).isEmpty();
    }

    @Test
    void whatIsNotSetIsNotSent() {
        highway.clone(HighwayBench.plain());

        assertSent("{\"audio_url\":\"https://example.com/voice.mp3\"}");
    }

    @Test
    void aPromptGoesByItsAddressAndItsWords() {
        highway.clone(HighwayBench.plain()
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

    @Test
    void switchesAreSentOffAsWellAsOn() {
        highway.clone(HighwayBench.plain().withNoiseReduction(false).withVolumeNormalization(false));

        assertSent("""
                {"audio_url":"https://example.com/voice.mp3",
                 "need_noise_reduction":false,"need_volume_normalization":false}""");
    }

    @ParameterizedTest
    @CsvSource({"0, 0(\\.0)?", "0.7, 0\\.7", "1, 1(\\.0)?"})
    void theAccuracyIsANumberFromZeroToOne(double accuracy, String written) {
        highway.clone(HighwayBench.plain().withAccuracy(accuracy));

        assertThat(highway.request().text().replace(" ", "")).containsPattern("\"accuracy\":" + written + "[,}]");
    }

    @Test
    void anAddressArrivesWithItsSignatureAsItStands() {
        String signed = "https://bucket.s3.amazonaws.com/a%20b/v%C3%A9.mp3?X-Amz-Signature=ab%2Fcd&x=1+2";

        highway.clone(CloneRequest.of(AudioSource.url(URI.create(signed))));

        assertSent("{\"audio_url\":\"" + signed + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3", "/v3/", "/jiekou/v3", "/jiekou/v3/"})
    void itGoesBelowTheBaseUrl(String base) {
        Map<String, String> properties = Map.of(
                "voicecloner.provider",
                "highway",
                "voicecloner.highway.api-key",
                HighwayBench.KEY,
                "voicecloner.highway.base-url",
                highway.server().uri(base).toString());
        try (VoiceCloner cloner = VoiceCloners.fromProperties(properties)) {
            cloner.cloneVoice(HighwayBench.plain());
        }

        assertThat(highway.request().path())
                .isEqualTo((base.endsWith("/") ? base : base + "/") + "minimax-voice-cloning");
    }

    private void assertSent(String expected) {
        assertThat(Json.parse(highway.request().text())).isEqualTo(Json.parse(expected));
    }
}
