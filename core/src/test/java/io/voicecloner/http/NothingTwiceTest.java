package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call is one request, whatever the answer tempts the transport to do. The count is the server's. */
class NothingTwiceTest {
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private ScriptedServer server;
    private ScriptedServer elsewhere;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        elsewhere = new ScriptedServer().then(ScriptedServer.json("{\"ok\":1}"));
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @CsvSource({
        "503 Service Unavailable, 'Retry-After: 0', UNKNOWN",
        "408 Request Timeout, '', UNKNOWN",
        "408 Request Timeout, 'Retry-After: 0', UNKNOWN",
        "401 Unauthorized, 'WWW-Authenticate: Basic realm=x', REJECTED",
        "421 Misdirected Request, '', REJECTED",
        "429 Too Many Requests, 'Retry-After: 0', REFUSED",
        "500 Internal Server Error, '', UNKNOWN",
    })
    void noStatusMakesARequestGoOutAgain(String status, String header, Delivery delivery) {
        server.then(ScriptedServer.answer(status, header.isEmpty() ? "" : header + "\r\n", "{}"))
                .then(ScriptedServer.json("{\"ok\":1}"));
        try (WireProbe probe = new WireProbe(server.uri("/"), PATIENCE)) {
            assertThat(probe.create().delivery()).isEqualTo(delivery);
        }
        assertThat(server.received()).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 303, 307, 308})
    void noRedirectIsFollowedAndTheKeyStays(int status) {
        server.then(ScriptedServer.answer(status + " Moved", "Location: " + elsewhere.uri("/create") + "\r\n", "{}"));
        try (WireProbe probe = new WireProbe(server.uri("/"), PATIENCE)) {
            CallScope scope = WireProbe.scope();
            VoiceClonerException failure = AnswerFailures.ofStatus(Step.CLONE, scope, probe.create(scope), null, null);
            assertThat(failure.reason()).isEqualTo(Reason.REDIRECT);
            assertThat(failure.category()).isEqualTo(Category.UNEXPECTED_REPLY);
            assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        }
        assertThat(server.received()).isEqualTo(1);
        assertThat(elsewhere.connections()).isZero();
    }

    @Test
    void everyCallHasAConnectionOfItsOwn() {
        server.then(ScriptedServer.json("{\"ok\":1}")).then(ScriptedServer.json("{\"ok\":2}"));
        try (WireProbe probe = new WireProbe(server.uri("/"), PATIENCE)) {
            probe.create();
            probe.create();
        }
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void anAnswerMayEndWithItsConnection() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"ok\":1}");
        });
        try (WireProbe probe = new WireProbe(server.uri("/"), PATIENCE)) {
            assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
        }
    }
}
