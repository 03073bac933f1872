package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.InvalidRequestException;
import io.voicecloner.SpeechRequest;
import io.voicecloner.VoiceRef;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of the public pages {@code model-apis-minimax-speech-02-turbo}, {@code -2.8-turbo} and {@code -2.8-turbo-async}, field for field (wire-facts 2.4). */
class SpeechRequestTest {
    private static final String TEXT = "Audio generation technology is evolving rapidly.";

    @AutoClose
    private final SpeakingNovita novita = new SpeakingNovita();

    /** As the pages' own example has it. */
    private static SpeechRequest example() {
        return SpeechRequest.of(VoiceRef.of("novita", "Wise_Woman"), TEXT)
                .withModel("speech-02-turbo")
                .withSpeed(1.1)
                .withEmotion("happy");
    }

    @Test
    void theExampleOfThePageWithALink() {
        novita.answering(Reply.json("{\"audio\":\"" + novita.link() + "\"}"), SpeakingNovita.file());

        novita.toFile(example().withAudioByLink(true));

        assertSent("/v3/minimax-speech-02-turbo", """
                {"text":"%s","output_format":"url",
                 "voice_setting":{"speed":1.1,"voice_id":"Wise_Woman","emotion":"happy"}}""".formatted(TEXT));
    }

    @Test
    void theExampleOfThePageAsAStreamWhoseLastPieceIsNotToRepeatTheWhole() {
        novita.answering(SpeakingNovita.events("{\"audio\":\"00ff\",\"status\":1}", "{\"status\":2}"));

        novita.toStream(example());

        assertSent("/v3/minimax-speech-02-turbo", """
                {"text":"%s","stream":true,"stream_options":{"exclude_aggregated_audio":true},
                 "voice_setting":{"speed":1.1,"voice_id":"Wise_Woman","emotion":"happy"}}""".formatted(TEXT));
    }

    @Test
    void whatIsNotSetIsNotSent() {
        novita.toFile(SpeakingNovita.words());

        assertSent("/v3/minimax-speech-2.8-hd", """
                {"text":"A gentle breeze passes over the soft grass.","voice_setting":{"voice_id":"moss_audio_7f3a"}}""");
    }

    @Test
    void everythingThatCanBeSet() {
        novita.toFile(everything(SpeakingNovita.words()));

        assertSent("/v3/minimax-speech-2.8-hd", """
                {"text":"A gentle breeze passes over the soft grass.",
                 "voice_setting":{"voice_id":"moss_audio_7f3a","speed":0.5,"vol":10.0,"pitch":-12,"emotion":"calm"},
                 "audio_setting":{"sample_rate":44100,"bitrate":256000,"format":"flac","channel":2},
                 "language_boost":"Chinese,Yue"}""");
        assertThat(novita.request().text()).contains("\"pitch\":-12,");
    }

    @ParameterizedTest
    @CsvSource({
        "speech-2.8-hd, audio_sample_rate",
        "speech-2.8-turbo, audio_sample_rate",
        "speech-2.6-hd, sample_rate",
        "speech-02-turbo, sample_rate"
    })
    void aTaskCallsTheSampleRateWhatThePageOfItsModelCallsIt(String model, String rate) {
        novita.answering(
                Reply.json("{\"task_id\":\"t-1\"}"),
                Reply.json("{\"task\":{\"status\":\"TASK_STATUS_SUCCEED\"},\"audios\":[{\"audio_url\":\""
                        + novita.link() + "\"}]}"),
                SpeakingNovita.file());
        SpeechRequest request = everything(SpeakingNovita.longWords()).withModel(model);

        novita.toFile(request);

        assertSent("/v3/async/minimax-" + model, """
                {"text":"%s",
                 "voice_setting":{"voice_id":"moss_audio_7f3a","speed":0.5,"vol":10.0,"pitch":-12,"emotion":"calm"},
                 "audio_setting":{"%s":44100,"bitrate":256000,"format":"flac","channel":2},
                 "language_boost":"Chinese,Yue"}""".formatted(request.text(), rate));
    }

    private static SpeechRequest everything(SpeechRequest request) {
        return request.withSpeed(0.5)
                .withVolume(10)
                .withPitch(-12)
                .withEmotion("calm")
                .withLanguage("Chinese,Yue")
                .withFormat("flac")
                .withSampleRate(44_100)
                .withBitrate(256_000)
                .withChannels(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "speech-2.8-hd",
                "speech-2.8-turbo",
                "speech-2.6-hd",
                "speech-2.6-turbo",
                "speech-2.5-hd-preview",
                "speech-2.5-turbo-preview",
                "speech-02-hd",
                "speech-02-turbo"
            })
    void eachModelIsAPathAndNoField(String model) {
        novita.toFile(SpeakingNovita.words().withModel(model));

        assertThat(novita.request().path()).isEqualTo("/v3/minimax-" + model);
        assertThat(Json.parse(novita.request().text()).toString()).doesNotContain("model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"speech-01-hd", "speech-3-hd", "../files", "https://elsewhere.example/x"})
    void anUnknownModelHasNoPathAndIsRefusedWithNothingSent(String model) {
        assertThat(novita.failure(SpeakingNovita.words().withModel(model)))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("none is known for this one");

        assertThat(novita.received()).isEmpty();
    }

    @Test
    @Tag("B39")
    void nineThousandNineHundredAndNinetyNineCharactersAreOneRequest() {
        novita.toFile(SpeechRequest.of(SpeakingNovita.VOICE, "風".repeat(9_999)));

        assertThat(novita.request().path()).isEqualTo("/v3/minimax-speech-2.8-hd");
    }

    @Test
    @Tag("B39")
    void tenThousandCharactersAreATaskAndFiftyThousandAndOneAreTooMany() {
        novita.answering(Reply.json("{}")).with("attempts", "1").with("retry-ambiguous-speech", "false");
        novita.failure(SpeechRequest.of(SpeakingNovita.VOICE, "風".repeat(10_000)));
        assertThat(novita.request().path()).isEqualTo("/v3/async/minimax-speech-2.8-hd");

        assertThat(novita.failure(SpeechRequest.of(SpeakingNovita.VOICE, "風".repeat(50_001))))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void theHeadersAreThoseOfThePage() {
        novita.toFile(SpeakingNovita.words());

        Received request = novita.request();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.header("Authorization")).containsExactly("Bearer " + NovitaBench.KEY);
        assertThat(request.header("Content-Type")).containsExactly("application/json");
    }

    private void assertSent(String path, String expected) {
        assertThat(novita.request().path()).isEqualTo(path);
        assertThat(Json.parse(novita.request().text())).isEqualTo(Json.parse(expected));
    }
}
