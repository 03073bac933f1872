package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Synthesis;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.Usage;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that hold their audio whole, in every shape that is documented or was seen (wire-facts 1.4, 7). */
class SpeechReplyTest {
    private static final byte[] AUDIO = SpeakingMiniMax.audio(20_000);
    private static final String HEX = SpeakingMiniMax.hex(AUDIO);

    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax();

    @TempDir
    private Path folder;

    @Test
    void theDocumentedAnswerBecomesAFileAndItsNumbers() throws IOException {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                request -> Reply.of(200, "application/json", SpeakingMiniMax.spoken(HEX), "Trace-Id: trace-1"));

        Synthesis speech = speak();

        assertThat(heard()).isEqualTo(AUDIO);
        assertThat(speech.bytes()).isEqualTo(AUDIO.length);
        assertThat(speech.duration()).contains(Duration.ofMillis(9900));
        assertThat(speech.sampleRate()).hasValue(32000);
        assertThat(speech.bitrate()).hasValue(128000);
        assertThat(speech.usage()).contains(new Usage(OptionalLong.of(26), OptionalLong.of(52)));
        assertThat(speech.traceIds()).containsExactly("trace-1");
        assertThat(speech.attempts()).isEqualTo(1);
        assertThat(speech.possiblyBilledTwice()).isFalse();
        assertThat(speech.warnings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":{\"audio\":\"%s\",\"status\":2},\"base_resp\":{\"status_code\":0}}",
                "{\"base_resp\":{\"status_code\":\"0\"},\"extra_info\":null,\"data\":{\"status\":2,\"audio\":\"%s\"}}",
                "{\"audio\":\"%s\",\"base_resp\":{\"status_code\":0}}",
                "{\"data\":null,\"audio\":\"%s\",\"base_resp\":{\"status_code\":0}}",
                "{\"data\":{\"audio\":\"%s\",\"subtitle_file\":\"https://a.example/s\"},\"extra_info\":[],\"new\":[{}],"
                        + "\"base_resp\":{\"status_code\":0}}",
                "{\"data\":{\"audio\":\"%S\"},\"base_resp\":{\"status_code\":0}}"
            })
    void audioIsFoundWhereverItLies(String answer) throws IOException {
        minimax.on(SpeakingMiniMax.SPEAK, answer.formatted(HEX));

        Synthesis speech = speak();

        assertThat(heard()).isEqualTo(AUDIO);
        assertThat(speech.bytes()).isEqualTo(AUDIO.length);
        assertThat(speech.usage()).isEmpty();
        assertThat(speech.duration()).isEmpty();
    }

    @Test
    void numbersThatAreThereAreToldWithoutThoseThatAreNot() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                "{\"data\":{\"audio\":\"" + HEX
                        + "\"},\"extra_info\":{\"usage_characters\":\"26\",\"audio_length\":-1}," + SpeakingMiniMax.DONE
                        + "}");

        Synthesis speech = speak();

        assertThat(speech.usage()).contains(new Usage(OptionalLong.of(26), OptionalLong.empty()));
        assertThat(speech.duration()).isEmpty();
        assertThat(speech.bitrate()).isEmpty();
    }

    @ParameterizedTest
    @Tag("B92")
    @ValueSource(
            strings = {
                "{\"data\":{\"audio\":\"%s\",\"status\":2},\"base_resp\":{\"status_code\":0}}",
                "{\"audio\":\"%s\",\"base_resp\":{\"status_code\":0}}"
            })
    void aLinkInPlaceOfTheAudioIsFollowed(String answer) throws IOException {
        minimax.on(SpeakingMiniMax.SPEAK, answer.formatted(minimax.link("/speech.mp3")))
                .on("/speech.mp3", request -> Reply.bytes(Reply.message(200, "audio/mpeg", AUDIO)));

        speak();

        assertThat(heard()).isEqualTo(AUDIO);
        assertThat(minimax.received("/speech.mp3")).hasSize(1);
        assertThat(minimax.received("/speech.mp3").get(0).header("Authorization"))
                .isEmpty();
    }

    @Test
    void audioInPlaceOfALinkIsTaken() throws IOException {
        minimax.on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.spoken(HEX));

        minimax.doing(cloner -> cloner.speech()
                .synthesize(SpeakingMiniMax.request().withAudioByLink(true), folder.resolve("speech.mp3")));

        assertThat(heard()).isEqualTo(AUDIO);
    }

    /** Some accounts get no audio from newer models of this route: {@code data} is null or empty then, with the code of a success. */
    @ParameterizedTest
    @Tag("B92")
    @ValueSource(
            strings = {
                "{\"data\":null,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}",
                "{\"base_resp\":{\"status_code\":0}}",
                "{\"data\":{},\"base_resp\":{\"status_code\":0}}",
                "{\"data\":{\"audio\":null,\"status\":2},\"base_resp\":{\"status_code\":0}}",
                "{\"data\":{\"audio\":\"\",\"status\":2},\"base_resp\":{\"status_code\":0}}",
                "{\"data\":{\"audio\":[],\"status\":2},\"base_resp\":{\"status_code\":0}}"
            })
    void aSuccessWithoutAudioIsNoneAndAnotherModelMayHelp(String answer) throws IOException {
        minimax.on(SpeakingMiniMax.SPEAK, answer);

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(failure).hasMessageContaining("the answer lacks audio, and a link to it");
        assertThat(failure.hint().orElse("")).contains("name another model");
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void wholeAudioWithoutAWordOfSuccessIsNone() {
        minimax.on(SpeakingMiniMax.SPEAK, "{\"data\":{\"audio\":\"" + HEX + "\",\"status\":2}}");

        VoiceClonerException failure = failure();

        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(failure).hasMessageContaining("base_resp.status_code");
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    /** A whole answer that cannot be read would be no better the second time, and cost as much. */
    @ParameterizedTest
    @Tag("B92")
    @ValueSource(strings = {"4944330", "49443z", "4944 33", "49-4"})
    void audioThatIsNotInWholeHexadecimalDigitsIsUnreadableAndNotPaidForTwice(String audio) {
        minimax.on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.spoken(audio));

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @Tag("B92")
    @ValueSource(booleans = {true, false})
    void sixtyFiveMegabytesAreTooMuchForOneAnswer(boolean announced) {
        minimax.on(SpeakingMiniMax.SPEAK, request -> enormous(announced));

        VoiceClonerException failure = failure();

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    /** Written a piece at a time, and held nowhere. */
    private static Reply enormous(boolean announced) {
        int pieces = 65 * 16;
        byte[] piece = new byte[64 * 1024];
        Arrays.fill(piece, (byte) 'a');
        String begin = "{\"data\":{\"audio\":\"";
        String end = "\"}," + SpeakingMiniMax.DONE + "}";
        long length = (long) pieces * piece.length + begin.length() + end.length();
        return connection -> {
            OutputStream out = connection.getOutputStream();
            String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
                    + (announced ? "Content-Length: " + length + "\r\n\r\n" : "\r\n");
            out.write((head + begin).getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < pieces; i++) {
                out.write(piece);
            }
            out.write(end.getBytes(StandardCharsets.US_ASCII));
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>hello</html>", "Invalid", "[]", "\"audio\""})
    void whatIsNoAnswerOfAnApiIsUnexpectedAndNotPaidForTwice(String body) {
        minimax.on(SpeakingMiniMax.SPEAK, request -> Reply.of(200, "text/html", body));

        VoiceClonerException failure = failure();

        assertThat(failure.reason()).isEqualTo(Reason.NOT_JSON);
        assertThat(failure).hasMessageContaining(body);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
    }

    private Synthesis speak() {
        return minimax.doing(
                cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), folder.resolve("speech.mp3")));
    }

    private VoiceClonerException failure() {
        return minimax.failure(
                cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), folder.resolve("speech.mp3")));
    }

    private byte[] heard() throws IOException {
        return Files.readAllBytes(folder.resolve("speech.mp3"));
    }
}
