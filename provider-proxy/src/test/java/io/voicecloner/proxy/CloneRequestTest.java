package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Part;
import io.voicecloner.testkit.wire.Received;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The request example of spec/004, field for field, with legal values for its placeholders. */
class CloneRequestTest {
    private static final CloneRequest EXAMPLE = CloneRequest.of(Requests.source())
            .withVoiceId("MiniMax001")
            .withPrompt(Requests.prompt(), "This voice sounds natural and pleasant.")
            .withPreview(
                    "A gentle breeze sweeps across the soft grass(breath), carrying the fresh scent along with the"
                            + " songs of birds.",
                    "speech-2.8-hd")
            .withNoiseReduction(false)
            .withVolumeNormalization(false)
            .withWatermark(false);

    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @Test
    void theExampleOfThePage() {
        ClonedVoice voice = gateway.clone(EXAMPLE);

        // The page shows a preview that was asked for and an answer without its address.
        assertThat(voice.warnings()).singleElement().asString().contains("preview");
        assertThat(Json.parse(gateway.cloneBody())).isEqualTo(Json.parse("""
                {
                  "file_id": 123456789,
                  "voice_id": "MiniMax001",
                  "clone_prompt": {
                    "prompt_audio": 987654321,
                    "prompt_text": "This voice sounds natural and pleasant."
                  },
                  "text": "A gentle breeze sweeps across the soft grass(breath), carrying the fresh scent along with \
                the songs of birds.",
                  "model": "speech-2.8-hd",
                  "need_noise_reduction": false,
                  "need_volume_normalization": false,
                  "aigc_watermark": false
                }"""));
    }

    @Test
    void bothRecordingsGoUpBeforeTheClone() {
        gateway.clone(EXAMPLE);

        assertThat(gateway.received()).extracting(Received::method).containsOnly("POST");
        assertThat(gateway.received())
                .extracting(Received::path)
                .containsExactly(ProxyBench.UPLOAD_PATH, ProxyBench.UPLOAD_PATH, ProxyBench.CLONE_PATH);
        assertUploaded("voice_clone", Requests.wav(11));
        assertUploaded("prompt_audio", Requests.wav(4));
    }

    @Test
    void everyRequestCarriesTheKeyAsBearerAndNothingOfMiniMaxesOwn() {
        gateway.clone(EXAMPLE);

        assertThat(gateway.received()).hasSize(3).allSatisfy(request -> {
            assertThat(request.header("Authorization")).containsExactly("Bearer " + ProxyBench.KEY);
            assertThat(request.header("x-api-key")).isEmpty();
            assertThat(request.header("Idempotency-Key")).isEmpty();
            assertThat(request.query()).isEmpty();
            assertThat(request.text()).doesNotContain(ProxyBench.KEY);
        });
        Received clone = gateway.clones().get(0);
        assertThat(clone.header("Content-Type")).containsExactly("application/json");
        assertThat(clone.header("Content-Length")).containsExactly(Integer.toString(clone.body().length));
    }

    @Test
    void whatIsNotSetIsNotSent() {
        gateway.clone(Requests.plain());

        assertThat(Json.parse(gateway.cloneBody()))
                .isEqualTo(Json.parse("{\"file_id\":123456789,\"voice_id\":\"MiniMax001\"}"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWatermarkIsSentAsItIsSet(boolean watermark) {
        gateway.clone(Requests.plain().withWatermark(watermark));

        assertThat(Json.parse(gateway.cloneBody()))
                .isEqualTo(Json.parse(
                        "{\"file_id\":123456789,\"voice_id\":\"MiniMax001\",\"aigc_watermark\":" + watermark + "}"));
    }

    @Test
    void switchesAreSentOnAsWellAsOff() {
        gateway.clone(Requests.plain().withNoiseReduction(true).withVolumeNormalization(true));

        assertThat(Json.parse(gateway.cloneBody())).isEqualTo(Json.parse("""
                {"file_id":123456789,"voice_id":"MiniMax001",
                 "need_noise_reduction":true,"need_volume_normalization":true}"""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"English", "Chinese,Yue", "auto"})
    void aLanguageIsSentWhereTheGatewayTakesOne(String language) {
        gateway.with(settings -> settings.withOption("language-boost", "true"));

        gateway.clone(Requests.plain().withLanguage(language));

        assertThat(Json.parse(gateway.cloneBody())).isEqualTo(Json.parse("""
                {"file_id":123456789,"voice_id":"MiniMax001","language_boost":"%s"}""".formatted(language)));
    }

    @Test
    void aGatewayThatTakesALanguageIsSentNoneUnasked() {
        gateway.with(settings -> settings.withOption("language-boost", "true"));

        gateway.clone(Requests.plain());

        assertThat(gateway.cloneBody()).doesNotContain("language");
    }

    /** The page gives {@code model} no list. */
    @Test
    void anyModelIsSent() {
        gateway.clone(Requests.plain().withPreview("A gentle breeze.", "speech-9-hd"));

        assertThat(Json.parse(gateway.cloneBody()))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("model", "speech-9-hd");
    }

    @Test
    void everyCharacterOfATextArrives() {
        String text = "\"Quoted\" \\ back, 5 < 6 & 7 > 3 = é 風 \uD83C\uDFB5\nnext line";

        gateway.clone(Requests.plain().withPreview(text, "speech-2.8-hd"));

        assertThat(Json.parse(gateway.cloneBody()))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("text", text);
    }

    @Test
    void aRequestWithoutAnIdIsSentWithAMadeOneThatTheVoiceCarries() {
        ClonedVoice voice = gateway.clone(CloneRequest.of(AudioSource.bytes(Requests.wav(11))));

        assertThat(voice.ref().id()).startsWith("vc-").matches("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");
        assertThat(Json.parse(gateway.cloneBody()))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("voice_id", voice.ref().id());
    }

    private void assertUploaded(String purpose, byte[] audio) {
        assertThat(gateway.uploads(purpose)).singleElement().satisfies(upload -> {
            List<Part> parts = upload.parts();
            assertThat(parts).extracting(Part::name).containsExactly("purpose", "file");
            assertThat(parts.get(1).bytes()).isEqualTo(audio);
            assertThat(parts.get(1).fileName()).get().asString().endsWith(".wav");
        });
    }
}
