package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Synthesis;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.Usage;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import io.voicecloner.testkit.wire.WireServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Speech that comes in pieces (wire-facts 1.4). */
class SpeechStreamTest {
    private static final byte[] AUDIO = SpeakingMiniMax.audio(30_000);
    private static final byte[] FIRST = Arrays.copyOfRange(AUDIO, 0, 10_000);
    private static final byte[] SECOND = Arrays.copyOfRange(AUDIO, 10_000, 20_000);
    private static final byte[] THIRD = Arrays.copyOfRange(AUDIO, 20_000, 30_000);
    private static final byte[] NOTHING = {};

    @AutoClose
    private final SpeakingMiniMax minimax = new SpeakingMiniMax();

    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

    @Test
    void piecesAreHandedOnAsTheyComeAndTheLastEventTellsOfTheWhole() {
        minimax.on(SpeakingMiniMax.SPEAK, stream(SpeakingMiniMax.last(NOTHING)));
        List<byte[]> chunks = new ArrayList<>();

        Synthesis speech = minimax.doing(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), chunks::add));

        chunks.forEach(heard::writeBytes);
        assertThat(heard.toByteArray()).isEqualTo(AUDIO);
        assertThat(chunks).hasSizeGreaterThanOrEqualTo(3);
        assertThat(speech.bytes()).isEqualTo(AUDIO.length);
        assertThat(speech.usage()).contains(new Usage(OptionalLong.of(26), OptionalLong.of(52)));
    }

    @Test
    void aLastEventThatSaysEverythingAgainDoublesNothing() {
        minimax.on(SpeakingMiniMax.SPEAK, stream(SpeakingMiniMax.last(AUDIO)));

        assertThat(minimax.streamed(SpeakingMiniMax.request())).isEqualTo(AUDIO);
    }

    @Test
    @Tag("B93")
    void aPieceThatComesAgainWholeIsHeardOnce() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                SpeakingMiniMax.streaming(
                        SpeakingMiniMax.piece(FIRST),
                        SpeakingMiniMax.piece(SECOND),
                        SpeakingMiniMax.piece(SECOND),
                        SpeakingMiniMax.piece(THIRD),
                        SpeakingMiniMax.last(NOTHING)));

        assertThat(minimax.streamed(SpeakingMiniMax.request())).isEqualTo(AUDIO);
    }

    @Test
    void aLastEventMayHoldTheLastOfTheAudio() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                SpeakingMiniMax.streaming(
                        SpeakingMiniMax.piece(Arrays.copyOf(AUDIO, 20_000)), SpeakingMiniMax.last(THIRD)));

        assertThat(minimax.streamed(SpeakingMiniMax.request())).isEqualTo(AUDIO);
    }

    /** A stream that came to its last event is whole, whether it says that it is a success or not. */
    @Test
    void aStreamWithoutACodeIsWholeByItsLastEvent() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                SpeakingMiniMax.streaming(
                        "{\"data\":{\"audio\":\"" + SpeakingMiniMax.hex(AUDIO) + "\",\"status\":1}}",
                        "{\"data\":{\"status\":2}}"));

        assertThat(minimax.streamed(SpeakingMiniMax.request())).isEqualTo(AUDIO);
    }

    @Test
    void gatewaysWriteStreamsInTheirOwnWay() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                request -> Reply.of(
                        200,
                        "text/event-stream; charset=utf-8",
                        ": hello\r\n\r\nevent: message\r\nid: 1\r\ndata:{\"audio\":\"" + SpeakingMiniMax.hex(AUDIO)
                                + "\",\"status\":1}\r\n\r\ndata: {\"status\":2}\r\n\r\ndata: [DONE]\r\n\r\n"));

        assertThat(minimax.streamed(SpeakingMiniMax.request())).isEqualTo(AUDIO);
    }

    @Test
    void anAnswerThatIsNoStreamAfterAllIsTaken() {
        minimax.on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.spoken(SpeakingMiniMax.hex(AUDIO)));

        assertThat(minimax.streamed(SpeakingMiniMax.request())).isEqualTo(AUDIO);
    }

    @Test
    @Tag("F66")
    @Tag("faults")
    void aStreamThatIsCutAfterThreePiecesIsInterruptedAndNotAskedForAgain() {
        byte[] whole = Reply.message(
                200,
                "text/event-stream",
                (SpeakingMiniMax.events(
                                        SpeakingMiniMax.piece(FIRST),
                                        SpeakingMiniMax.piece(SECOND),
                                        SpeakingMiniMax.piece(THIRD))
                                + " ".repeat(1000))
                        .getBytes(StandardCharsets.UTF_8));
        minimax.on(SpeakingMiniMax.SPEAK, request -> Reply.bytes(Arrays.copyOf(whole, whole.length - 1000)));

        assertInterrupted();
    }

    @Test
    @Tag("B93")
    void aStreamThatEndsWithoutItsLastEventIsInterrupted() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                SpeakingMiniMax.streaming(
                        SpeakingMiniMax.piece(FIRST), SpeakingMiniMax.piece(SECOND), SpeakingMiniMax.piece(THIRD)));

        assertInterrupted();
    }

    private void assertInterrupted() {
        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), heard));

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(Reason.STREAM_INTERRUPTED);
        assertThat(failure.bytesDelivered()).isEqualTo(AUDIO.length);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(heard.toByteArray()).isEqualTo(AUDIO);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
    }

    @Test
    void aStreamThatEndsBeforeAnyAudioIsAskedForOnceMore() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                request -> Reply.of(200, "text/event-stream", ": nothing yet\n\n"),
                stream(SpeakingMiniMax.last(NOTHING)));

        Synthesis speech = minimax.doing(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), heard));

        assertThat(heard.toByteArray()).isEqualTo(AUDIO);
        assertThat(speech.attempts()).isEqualTo(2);
        assertThat(speech.possiblyBilledTwice()).isTrue();
    }

    @Test
    @Tag("B93")
    void anEventThatIsNoJsonIsUnreadable() {
        minimax.on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.streaming("no JSON at all", SpeakingMiniMax.last(AUDIO)));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), heard));

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(heard.size()).isZero();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
    }

    @Test
    @Tag("B93")
    void anEventOfTenMegabytesIsTooLarge() {
        minimax.on(SpeakingMiniMax.SPEAK, request -> connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\ndata: {\"data\":{\"audio\":\""
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] piece = "49".repeat(32 * 1024).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 160; i++) {
                out.write(piece);
            }
            out.write("\",\"status\":1}}\n\n".getBytes(StandardCharsets.US_ASCII));
        });

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), heard));

        assertThat(failure).isInstanceOf(UnexpectedReplyException.class);
        assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(heard.size()).isZero();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
    }

    @Test
    void aRefusalInAStreamIsARefusal() {
        minimax.on(SpeakingMiniMax.SPEAK, SpeakingMiniMax.streaming(MiniMaxBench.refusal(2054, "voice id not exist")));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), heard));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_VOICE);
        assertThat(heard.size()).isZero();
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
    }

    @Test
    void aRefusalAfterAudioSaysHowMuchWasHeard() {
        minimax.on(
                SpeakingMiniMax.SPEAK,
                SpeakingMiniMax.streaming(
                        SpeakingMiniMax.piece(FIRST), MiniMaxBench.refusal(1027, "output new_sensitive")));

        VoiceClonerException failure =
                minimax.failure(cloner -> cloner.speech().synthesize(SpeakingMiniMax.request(), heard));

        assertThat(failure.reason()).isEqualTo(Reason.OUTPUT_CONTENT);
        assertThat(failure.bytesDelivered()).isEqualTo(FIRST.length);
        assertThat(minimax.received(SpeakingMiniMax.SPEAK)).hasSize(1);
    }

    private static Script stream(String last) {
        return SpeakingMiniMax.streaming(
                SpeakingMiniMax.piece(FIRST), SpeakingMiniMax.piece(SECOND), SpeakingMiniMax.piece(THIRD), last);
    }
}
