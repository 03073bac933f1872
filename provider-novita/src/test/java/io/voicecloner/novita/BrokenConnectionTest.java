package io.voicecloner.novita;

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

/** Connections that end, fall silent or talk nonsense after the whole request was sent, and one that never comes about. */
class BrokenConnectionTest {
    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    static Stream<Named<Reply>> noAnswers() {
        return Stream.of(
                Named.of("an orderly end", Reply.end()),
                Named.of("a reset", Reply.reset()),
                Named.of("half a head", raw("HTTP/1.1 200 OK\r\nContent-Type: appl")),
                Named.of("another protocol", raw("220 mail.example ESMTP\r\n")),
                Named.of(
                        "an impossible wait",
                        raw("HTTP/1.1 503 Busy\r\nRetry-After: 99999999999\r\nContent-Length: 0\r\n\r\n")));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    void withoutAnAnswerNobodyKnowsWhetherAVoiceExists(Reply reply) {
        novita.onClone(reply);

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.voiceId()).isEmpty();
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aSizeThatCannotBeIsAmbiguous() {
        novita.onClone(raw("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: -5\r\n\r\n"
                + NovitaBench.SUCCESS));

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aCloneThatStaysSilentTooLongMayHaveMadeAVoice() {
        novita.with(settings -> settings.withReadTimeout(Duration.ofMillis(200)))
                .onClone(Reply.silence());

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(novita.received()).hasSize(1);
    }

    @Test
    void aCloneThatFindsNobodyHomeMadeNoVoice() {
        novita.server().close();

        VoiceClonerException failure = novita.failure();

        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    private static Reply raw(String text) {
        return Reply.bytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
