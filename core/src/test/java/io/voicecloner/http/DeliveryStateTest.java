package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One case for each delivery state, told by a server that does to the connection just what the case says. {@code -Drounds=200}
 * repeats them all; the figures of such a run under load are in docs/decisions/0001.
 */
@ParameterizedClass
@MethodSource("rounds")
class DeliveryStateTest {
    /** The number of the round, for the report. */
    @Parameter
    int round;

    private static final Duration PATIENCE = Duration.ofMillis(400);

    private ScriptedServer server;

    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("rounds", 1));
    }

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @Test
    void aRefusedConnectionIsNotSent() throws Exception {
        URI nobody;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + taken.getLocalPort() + "/");
        }
        try (WireProbe probe = new WireProbe(nobody, PATIENCE)) {
            VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
            assertThat(failure.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
            assertThat(failure.voiceMayExist()).isFalse();
        }
    }

    @Test
    void aPeerThatDoesNotSpeakTlsIsNotSent() {
        server.then(conversation -> conversation.write("220 mail.example ESMTP\r\n"));
        URI https = URI.create(server.uri("/").toString().replace("http:", "https:"));
        try (WireProbe probe = new WireProbe(https, PATIENCE)) {
            VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.reason()).isEqualTo(Reason.TLS);
        }
    }

    @Test
    void tooManyRequestsIsRefused() {
        server.then(ScriptedServer.answer("429 Too Many Requests", "Retry-After: 7\r\n", "{}"));
        withAnswer(answer -> {
            assertThat(answer.delivery()).isEqualTo(Delivery.REFUSED);
            assertThat(answer.retryAfter()).contains(Duration.ofSeconds(7));
        });
    }

    @Test
    void aPlainNoIsRejected() {
        server.then(ScriptedServer.answer("400 Bad Request", "", "{\"reason\":\"NO\"}"));
        withAnswer(answer -> assertThat(answer.delivery()).isEqualTo(Delivery.REJECTED));
    }

    @Test
    void aBodyThatIsCutOffIsIncomplete() {
        server.then(conversation -> {
            conversation.readHead();
            conversation.readBytes(100_000);
            conversation.reset();
        });
        try (WireProbe probe = new WireProbe(server.uri("/"), PATIENCE)) {
            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> probe.upload(20 * 1024 * 1024));
            assertThat(failure.delivery()).isEqualTo(Delivery.INCOMPLETE);
            assertThat(failure.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        }
    }

    @Test
    void aBodyThatIsNotTakenIsIncomplete() {
        server.then(conversation -> {
            conversation.readHead();
            pause();
        });
        try (WireProbe probe = new WireProbe(server.uri("/"), Duration.ofMillis(100))) {
            VoiceClonerException failure =
                    catchThrowableOfType(VoiceClonerException.class, () -> probe.upload(20 * 1024 * 1024));
            assertThat(failure.delivery()).isEqualTo(Delivery.INCOMPLETE);
        }
    }

    @Test
    void aConnectionThatEndsAfterTheWholeRequestIsUnknown() {
        server.then(conversation -> conversation.readRequest());
        expectAmbiguous(Delivery.UNKNOWN, Reason.CONNECTION_LOST);
    }

    @Test
    void aConnectionThatIsResetAfterTheWholeRequestIsUnknown() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.reset();
        });
        expectAmbiguous(Delivery.UNKNOWN, Reason.CONNECTION_LOST);
    }

    @Test
    void silenceAfterTheWholeRequestIsUnknown() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.waitForClientToGo();
        });
        expectAmbiguous(Delivery.UNKNOWN, Reason.TIMEOUT);
    }

    @Test
    void aFaultOfTheServerIsUnknown() {
        server.then(ScriptedServer.answer("503 Service Unavailable", "Retry-After: 0\r\n", "busy"));
        withAnswer(answer -> assertThat(answer.delivery()).isEqualTo(Delivery.UNKNOWN));
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsCutOffIsLost() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{\"ok\":");
        });
        expectAmbiguous(Delivery.ANSWER_LOST, Reason.INCOMPLETE_REPLY);
    }

    @Test
    void aPageInPlaceOfAnAnswerIsLost() {
        server.then(ScriptedServer.answer("200 OK", "Content-Type: text/html\r\n", "<html>hello</html>"));
        expectAmbiguous(Delivery.ANSWER_LOST, Reason.NOT_JSON);
    }

    @Test
    void aWholeAnswerIsDone() {
        server.then(ScriptedServer.json("{\"ok\":1}"));
        withAnswer(answer -> {
            assertThat(answer.delivery()).isEqualTo(Delivery.DONE);
            assertThat(answer.body().orElseThrow().ok()).isEqualTo(1);
        });
    }

    private void withAnswer(Consumer<Answer<WireProbe.Wire.Reply>> check) {
        try (WireProbe probe = new WireProbe(server.uri("/"), PATIENCE)) {
            check.accept(probe.create());
        }
    }

    private void expectAmbiguous(Delivery delivery, Reason reason) {
        try (WireProbe probe = new WireProbe(server.uri("/"), PATIENCE)) {
            VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
            assertThat(failure.delivery()).isEqualTo(delivery);
            assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
            assertThat(failure.voiceMayExist()).isTrue();
            assertThat(failure.voiceId()).contains("vc-probe");
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(server.received()).isEqualTo(1);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
