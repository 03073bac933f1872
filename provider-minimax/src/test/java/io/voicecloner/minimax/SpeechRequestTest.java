package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.SpeechRequest;
import io.voicecloner.testkit.wire.Json;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sent to have a text spoken, field for field (public page of {@code t2a_v2}, wire-facts 1.4). */
class SpeechRequestTest {
    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax()
            .on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.spoken(SpeakingMiniMax.hex(SpeakingMiniMax.audio(300))));

    @TempDir
    private Path folder;

    @Test
    void intoAFileTheAudioIsAskedForWholeAndInHexadecimalDigits() {
        speak(SpeakingMiniMax.request());

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-hd","text":"A gentle breeze passes over the soft grass.","stream":false,
                 "output_format":"hex","voice_setting":{"voice_id":"MiniMax001"}}"""));
        Received sent = sent();
        assertThat(sent.method()).isEqualTo("POST");
        assertThat(sent.header("Content-Type")).containsExactly("application/json");
        assertThat(sent.header("Authorization")).containsExactly("Bearer " + MiniMaxBench.KEY);
    }

    @Test
    void theExampleOfTheReference() {
        speak(SpeechRequest.of(
                        SpeakingMiniMax.VOICE, "Omg(sighs), the real danger is not that computers start thinking.")
                .withModel("speech-2.8-turbo")
                .withLanguage("auto")
                .withSpeed(1.5)
                .withVolume(0.5)
                .withPitch(-12)
                .withEmotion("happy")
                .withSampleRate(32000)
                .withBitrate(128000)
                .withFormat("mp3")
                .withChannels(1));

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-turbo",
                 "text":"Omg(sighs), the real danger is not that computers start thinking.",
                 "stream":false,"output_format":"hex","language_boost":"auto",
                 "voice_setting":{"voice_id":"MiniMax001","speed":1.5,"vol":0.5,"pitch":-12,"emotion":"happy"},
                 "audio_setting":{"sample_rate":32000,"bitrate":128000,"format":"mp3","channel":1}}"""));
    }

    @Test
    void byLinkALinkIsAskedFor() {
        minimax.on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.spoken(minimax.link("/speech.mp3")))
                .on("/speech.mp3", request -> Reply.of(200, "audio/mpeg", "the audio"));

        speak(SpeakingMiniMax.request().withAudioByLink(true).withFormat("wav"));

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-hd","text":"A gentle breeze passes over the soft grass.","stream":false,
                 "output_format":"url","voice_setting":{"voice_id":"MiniMax001"},"audio_setting":{"format":"wav"}}"""));
    }

    /** The last event would say everything again; {@code url} is for answers that are no streams. */
    @Test
    void aStreamIsAskedNotToSayEverythingAgain() {
        minimax.on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.streaming(SpeakingMiniMax.last(SpeakingMiniMax.audio(300))));

        minimax.streamed(SpeakingMiniMax.request());

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-hd","text":"A gentle breeze passes over the soft grass.","stream":true,
                 "stream_options":{"exclude_aggregated_audio":true},"voice_setting":{"voice_id":"MiniMax001"}}"""));
        assertThat(sent().header("Accept")).containsExactly("application/json, text/event-stream");
    }

    /** Only {@code wav} is documented as one that is not streamed. */
    @Test
    void intoAStreamWhatIsNotStreamedIsAskedForWhole() {
        minimax.streamed(SpeakingMiniMax.request().withFormat("wav"));

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-hd","text":"A gentle breeze passes over the soft grass.","stream":false,
                 "output_format":"hex","voice_setting":{"voice_id":"MiniMax001"},"audio_setting":{"format":"wav"}}"""));
    }

    @Test
    void theGroupOfAnOlderAccountIsNamed() {
        minimax.with("group-id", "4711");

        speak(SpeakingMiniMax.request());

        assertThat(sent().query()).contains("GroupId=4711");
    }

    @Test
    void activatingSaysTheShortestText() {
        minimax.doing(cloner -> cloner.speech().activate(SpeakingMiniMax.VOICE));

        assertThat(body()).isEqualTo(Json.parse("""
                {"model":"speech-2.8-hd","text":"Hi.","stream":false,
                 "output_format":"hex","voice_setting":{"voice_id":"MiniMax001"}}"""));
    }

    private void speak(SpeechRequest request) {
        minimax.doing(cloner -> cloner.speech().synthesize(request, folder.resolve("speech.mp3")));
    }

    private Received sent() {
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        return minimax.received(SpeakingMiniMax.SPEAK).get(0);
    }

    private Object body() {
        return Json.parse(sent().text());
    }
}
