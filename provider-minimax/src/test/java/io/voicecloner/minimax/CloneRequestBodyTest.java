package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.testkit.wire.Json;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The request examples of spec/000 and spec/001, field for field, with legal values for their placeholders. */
class CloneRequestBodyTest {
    private static final AudioSource PROMPT = AudioSource.bytes(Requests.sample("prompt.mp3"));
    private static final String HABITS = "These three nighttime habits will transform your life. First, 15 minutes of"
            + " prep to set up your first morning tasks. Write them down, pull them up on your screen, whatever it takes"
            + " to make it easy to hit the ground running the next morning. Second, turn your phone on grayscale mode"
            + " for the entire evening. It makes your phone 90% less addicting. You will not be inclined to look at it."
            + " You won't look at the notifications, and it'll pull you away from that addictive piece of technology"
            + " sitting in your pocket. And No.3, use my 1-1-1 journaling method.";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    @Test
    void theCloneExampleOfTheGuide() {
        minimax.clone(Requests.plain()
                .withPrompt(PROMPT, "This voice sounds natural and pleasant.")
                .withPreview(
                        "A gentle breeze passes over the soft grass, accompanied by the fresh scent and birdsong.",
                        "speech-2.8-hd"));

        assertThat(Json.parse(minimax.cloneBody())).isEqualTo(Json.parse("""
                {
                    "file_id": 123456789,
                    "voice_id": "MiniMax001",
                    "clone_prompt": {
                      "prompt_audio": 987654321,
                      "prompt_text": "This voice sounds natural and pleasant."
                    },
                    "text": "A gentle breeze passes over the soft grass, accompanied by the fresh scent and birdsong.",
                    "model": "speech-2.8-hd"
                }"""));
    }

    @Test
    void theFullExampleOfTheGuide() {
        minimax.clone(Requests.plain()
                .withPrompt(PROMPT, "Humans are creatures of habits, it can be tough")
                .withPreview(HABITS, "speech-2.8-hd"));

        assertThat(Json.parse(minimax.cloneBody())).isEqualTo(Json.parse("""
                {
                    "file_id": 123456789,
                    "voice_id": "MiniMax001",
                    "clone_prompt": {
                        "prompt_audio": 987654321,
                        "prompt_text": "Humans are creatures of habits, it can be tough"
                    },
                    "text": "%s",
                    "model": "speech-2.8-hd"
                }""".formatted(HABITS)));
    }

    @Test
    void theExampleOfTheReference() {
        minimax.clone(Requests.plain()
                .withPrompt(PROMPT, "This voice sounds natural and pleasant.")
                .withPreview(
                        "A gentle breeze sweeps across the soft grass(breath), carrying the fresh scent along with the"
                                + " songs of birds.",
                        "speech-2.8-hd")
                .withNoiseReduction(false)
                .withVolumeNormalization(false));

        assertThat(Json.parse(minimax.cloneBody())).isEqualTo(Json.parse("""
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
                    "need_volume_normalization": false
                }"""));
    }

    @Test
    void whatIsNotSetIsNotSent() {
        minimax.clone(Requests.plain());

        assertThat(Json.parse(minimax.cloneBody()))
                .isEqualTo(Json.parse("{\"file_id\":123456789,\"voice_id\":\"MiniMax001\"}"));
    }

    @Test
    void languageAndSwitchesAreSentAsTheyAreSet() {
        minimax.clone(Requests.plain()
                .withLanguage("Chinese,Yue")
                .withNoiseReduction(true)
                .withVolumeNormalization(true));

        assertThat(Json.parse(minimax.cloneBody())).isEqualTo(Json.parse("""
                {"file_id":123456789,"voice_id":"MiniMax001","language_boost":"Chinese,Yue",
                 "need_noise_reduction":true,"need_volume_normalization":true}"""));
    }

    @Test
    void aPreviewWithoutAModelIsSentWithTheDefaultOne() {
        minimax.clone(Requests.plain().withPreview("A gentle breeze."));

        String model = minimax.defaultModel();
        assertThat(Json.parse(minimax.cloneBody())).isEqualTo(Json.parse("""
                {"file_id":123456789,"voice_id":"MiniMax001","text":"A gentle breeze.","model":"%s"}""".formatted(model)));
    }

    @Test
    @Tag("S19")
    void everyCharacterOfATextArrives() {
        String text = "\"Quoted\" \\ back, 5 < 6 & 7 > 3 = é 風 \uD83C\uDFB5\nnext line";

        minimax.clone(Requests.plain().withPreview(text, "speech-2.8-hd"));

        assertThat(Json.parse(minimax.cloneBody()))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("text", text);
    }

    @Test
    void aRequestWithoutAnIdIsSentWithAMadeOneThatTheVoiceCarries() {
        CloneRequest request = CloneRequest.of(AudioSource.bytes(Requests.sample("speech.mp3")));

        String first = minimax.clone(request).ref().id();
        String second = minimax.clone(request).ref().id();

        assertThat(first).startsWith("vc-").matches("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");
        assertThat(second).isNotEqualTo(first);
        assertThat(minimax.clones())
                .extracting(clone -> Json.parse(clone.text()))
                .containsExactly(body(first), body(second));
    }

    private static Map<String, Object> body(String voiceId) {
        return Map.of("file_id", new Json.Digits("123456789"), "voice_id", voiceId);
    }
}
