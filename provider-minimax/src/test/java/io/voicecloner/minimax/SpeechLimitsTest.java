package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.InvalidRequestException;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documented limits of speech, held to before anything is sent (wire-facts 1.4). */
class SpeechLimitsTest {
    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax()
            .with("attempts", "1")
            .on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.spoken(SpeakingMiniMax.hex(SpeakingMiniMax.audio(300))));

    @TempDir
    private Path folder;

    private static SpeechRequest text(int length) {
        return SpeechRequest.of(SpeakingMiniMax.VOICE, "a".repeat(length));
    }

    @Test
    @Tag("B39")
    void theLongestTextOfOneRequestIsOneRequest() {
        minimax.doing(cloner -> cloner.speech().synthesize(text(9_999), folder.resolve("speech.mp3")));

        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).isEmpty();
    }

    @ParameterizedTest
    @Tag("B39")
    @ValueSource(ints = {10_000, 50_000})
    void aLongerOneIsATaskAndCannotComeInPieces(int length) {
        minimax.failure(cloner -> cloner.speech().synthesize(text(length), folder.resolve("speech.mp3")));

        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).hasSize(1);
        VoiceClonerException failure = minimax.failure(cloner -> cloner.speech().synthesize(text(length), chunk -> {}));
        assertThat(failure.violations()).extracting(Violation::field).containsExactly("text");
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).isEmpty();
    }

    @Test
    @Tag("B39")
    void oneThatIsTooLongForATaskIsRefusedHere() {
        assertRefused(text(50_001), "text");
    }

    static Stream<SpeechRequest> allowed() {
        SpeechRequest plain = SpeakingMiniMax.request();
        return Stream.of(
                plain.withSpeed(0.5),
                plain.withSpeed(2),
                plain.withVolume(0.01),
                plain.withVolume(10),
                plain.withPitch(-12),
                plain.withPitch(12),
                plain.withEmotion("whisper"),
                plain.withFormat("opus"),
                plain.withSampleRate(8000),
                plain.withSampleRate(44100),
                plain.withBitrate(32000),
                plain.withBitrate(256000),
                plain.withChannels(2),
                plain.withLanguage("Chinese,Yue"));
    }

    @ParameterizedTest
    @Tag("B43")
    @MethodSource("allowed")
    void whatIsDocumentedIsSent(SpeechRequest request) {
        assertThat(minimax.doing(cloner -> cloner.speech().synthesize(request, folder.resolve("speech.mp3")))
                        .warnings())
                .isEmpty();
    }

    @ParameterizedTest
    @Tag("B43")
    @ValueSource(doubles = {0.49, 2.01, Double.NaN, Double.POSITIVE_INFINITY})
    void aSpeedBeyondItsRangeIsRefusedHere(double speed) {
        assertRefused(SpeakingMiniMax.request().withSpeed(speed), "speed");
    }

    @ParameterizedTest
    @Tag("B43")
    @ValueSource(doubles = {0, -1, 10.01, Double.NaN})
    void aVolumeBeyondItsRangeIsRefusedHere(double volume) {
        assertRefused(SpeakingMiniMax.request().withVolume(volume), "volume");
    }

    @ParameterizedTest
    @Tag("B43")
    @ValueSource(ints = {-13, 13})
    void aPitchBeyondItsRangeIsRefusedHere(int pitch) {
        assertRefused(SpeakingMiniMax.request().withPitch(pitch), "pitch");
    }

    @Test
    @Tag("B43")
    void ratesAndChannelsThatAreNotDocumentedAreRefusedHere() {
        assertRefused(
                SpeakingMiniMax.request()
                        .withSampleRate(48000)
                        .withBitrate(192000)
                        .withChannels(3),
                "sampleRate",
                "bitrate",
                "channels");
    }

    private void assertRefused(SpeechRequest request, String... fields) {
        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.speech().synthesize(request, folder.resolve("speech.mp3")));

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.violations()).extracting(Violation::field).containsExactly(fields);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).isEmpty();
        assertThat(minimax.received(SpeakingMiniMax.BEGIN)).isEmpty();
    }
}
