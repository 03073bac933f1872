package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
import org.junit.jupiter.params.provider.ValueSource;

/** How much of an answer is read, and in which form. */
class ReplyLimitsTest {
    private static final int LIMIT = 1024 * 1024;

    private ScriptedServer server;
    private WireProbe probe;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        probe = new WireProbe(server.uri("/"), Duration.ofSeconds(2));
    }

    @AfterEach
    void stop() throws Exception {
        probe.close();
        server.close();
    }

    @Test
    void anAnswerOfAMebibyteIsRead() {
        String body = "{\"ok\":1,\"x\":\"" + "x".repeat(LIMIT - 15) + "\"}";
        assertThat(body).hasSize(LIMIT);
        server.then(ScriptedServer.json(body));
        assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
    }

    @Test
    void aByteMoreIsTooLargeAndTheAnswerIsLost() {
        server.then(ScriptedServer.json("{\"ok\":1,\"x\":\"" + "x".repeat(LIMIT - 14) + "\"}"));
        expectLost(Reason.TOO_LARGE);
    }

    @Test
    void anEndlessAnswerIsGivenUp() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"x\":\"");
            while (true) {
                conversation.write("x".repeat(64 * 1024));
            }
        });
        expectLost(Reason.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, gzip", "zstd"})
    void anEncodedAnswerIsNotDecoded(String encoding) {
        server.then(ScriptedServer.answer(
                "200 OK", "Content-Type: application/json\r\nContent-Encoding: " + encoding + "\r\n", "{\"ok\":1}"));
        expectLost(Reason.UNREADABLE);
    }

    @Test
    void anAnswerThatSaysItIsNotEncodedIsRead() {
        server.then(ScriptedServer.answer(
                "200 OK", "Content-Type: application/json\r\nContent-Encoding: identity\r\n", "{\"ok\":1}"));
        assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
    }

    @Test
    void anEndlessErrorPageIsCutAndTheStatusCounts() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 500 Oops\r\nContent-Type: text/html\r\n\r\n<html>\u001B[31m");
            while (true) {
                conversation.write("x".repeat(64 * 1024));
            }
        });
        CallScope scope = WireProbe.scope();
        Answer<?> answer = probe.create(scope);
        VoiceClonerException failure = AnswerFailures.ofStatus(Step.UPLOAD, scope, answer, null, null);
        assertThat(failure.reason()).isEqualTo(Reason.PROVIDER_FAULT);
        assertThat(failure).hasMessageContaining("HTTP 500");
        assertThat(failure.providerMessage().orElseThrow())
                .startsWith("<html>")
                .hasSize(200)
                .doesNotContain("\u001B");
    }

    @Test
    void aFloodOfHeadersIsAFailureOfOurOwn() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\n");
            for (int header = 0; header < 60; header++) {
                conversation.write("X-" + header + ": " + "x".repeat(10_000) + "\r\n");
            }
            conversation.write("Content-Length: 8\r\n\r\n{\"ok\":1}");
        });
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
        assertThat(failure.voiceMayExist()).isTrue();
    }

    private void expectLost(Reason reason) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.voiceMayExist()).isTrue();
    }
}
