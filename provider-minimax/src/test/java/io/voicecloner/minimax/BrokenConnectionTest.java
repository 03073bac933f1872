package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connections that end, fall silent or talk nonsense after the whole request was sent, and some that never come about. */
class BrokenConnectionTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    static Stream<Named<Reply>> noAnswers() {
        return Stream.of(
                Named.of("an orderly end", Reply.end()),
                Named.of("a reset", Reply.reset()),
                Named.of("half a status line", raw("HTTP/1.1 20")),
                Named.of("half a head", raw("HTTP/1.1 200 OK\r\nContent-Type: appl")),
                Named.of("another protocol", raw("220 mail.example ESMTP\r\n")),
                Named.of("noise", raw("\u0000\u0001\u0002\u0003\r\n\r\n")),
                Named.of(
                        "an impossible wait",
                        raw("HTTP/1.1 503 Busy\r\nRetry-After: 99999999999\r\nContent-Length: 0\r\n\r\n")),
                Named.of("a provisional answer only", raw("HTTP/1.1 100 Continue\r\n\r\n")));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void withoutAnAnswerNobodyKnowsWhetherTheVoiceExists(Reply reply) {
        minimax.onClone(request -> reply);

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(minimax.clones()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void withoutAnAnswerAnUploadIsSentOnceAndNothingIsCloned(Reply reply) {
        minimax.onUpload(request -> reply);

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    void aSizeThatCannotBeIsAnAnswerLost() {
        minimax.onClone(request -> raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n"
                + MiniMaxBench.SUCCESS));

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    void aCloneThatStaysSilentTooLongMayHaveMadeAVoice() {
        minimax.with(settings -> settings.withReadTimeout(Duration.ofMillis(200)))
                .onClone(request -> Reply.silence());

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(minimax.clones()).hasSize(1);
    }

    @Test
    void anUploadThatStaysSilentTooLongMadeNone() {
        minimax.with(settings -> settings.withReadTimeout(Duration.ofMillis(200)))
                .onUpload(request -> Reply.silence());

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(minimax.uploads()).hasSize(1);
        assertThat(minimax.clones()).isEmpty();
    }

    @Test
    void aCloneThatFindsNobodyHomeMadeNoVoice() {
        minimax.onUpload(request -> {
            minimax.server().close();
            return Reply.json(MiniMaxBench.uploaded("123456789"));
        });

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.orphans()).containsExactly("123456789");
    }

    @Test
    void anUploadThatFindsNobodyHomeWasNotSent() {
        minimax.server().close();

        VoiceClonerException failure = minimax.failure(Requests.plain());

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.orphans()).isEmpty();
    }

    private static Reply raw(String text) {
        return Reply.bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
