package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no honest server gives end in an exception of ours, and on a clone the caller hears that a voice may exist. */
class StrangeRepliesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private final List<Throwable> uncaught = new ArrayList<>();
    private final Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    private ScriptedServer server;
    private WireProbe probe;

    @BeforeEach
    void start() throws Exception {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        server = new ScriptedServer();
        probe = new WireProbe(server.uri("/"), Duration.ofMillis(500));
    }

    @AfterEach
    void stop() throws Exception {
        probe.close();
        server.close();
        Thread.setDefaultUncaughtExceptionHandler(before);
        assertThat(uncaught).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{\"ok\":1}",
                OK + "Transfer-Encoding: chunked\r\n\r\nzz\r\n{\"ok\":1}",
                OK + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{\"ok\":1}",
                OK + "Transfer-Encoding: chunked\r\n\r\n-1\r\n{\"ok\":1}",
                OK + "Content-Length: 800\r\n\r\n{\"ok\":1}",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/9.9 200 OK\r\n\r\n",
                "SSH-2.0-OpenSSH_9.6\r\n",
                "\r\n\r\n",
                "\0\0\0\0",
                "HTTP/1.1 204 No Content\r\nContent-Length: 8\r\n\r\n{\"ok\":1}",
                "HTTP/1.1 100 Continue\r\n\r\n",
            })
    @Tag("faults")
    @Tag("F38")
    @Tag("F39")
    void garbageOnTheWireIsAnUnknownOutcomeOfOneRequest(String answer) {
        expectAmbiguous(answer);
        assertThat(server.received()).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    @Tag("faults")
    @Tag("F39")
    void aFloodOfProvisionalAnswersIsGivenUp() {
        server.then(conversation -> {
            conversation.readRequest();
            while (true) {
                conversation.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n".repeat(1_000));
            }
        });
        expectGivenUp(probe);
    }

    @Test
    @Tag("faults")
    @Tag("F39")
    void aDripOfProvisionalAnswersIsEndedByTheLimitOfTheWholeCall() {
        server.then(conversation -> {
            conversation.readRequest();
            while (true) {
                conversation.write("HTTP/1.1 102 Processing\r\n\r\n");
                conversation.rest(20);
            }
        });
        try (WireProbe hasty = new WireProbe(server.uri("/"), Duration.ofMillis(100))) {
            assertThat(expectGivenUp(hasty).reason()).isEqualTo(io.voicecloner.Reason.TIMEOUT);
        }
    }

    private VoiceClonerException expectGivenUp(WireProbe client) {
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, client::create);
        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(server.received()).isEqualTo(1);
        assertThat(server.connections()).isEqualTo(1);
        return failure;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "\"ok\"",
                "123",
                "<html></html>",
                "{",
                "{\"ok\":",
                "{'ok':1}",
                "{\"ok\":NaN}",
                "{\"ok\":1}{\"ok\":2}",
                "{\"ok\":1} x",
                "{\"ok\":0.5}",
                "{\"ok\":9223372036854775808}",
                "{\"ok\":{}}",
                "{\"ok\":[1]}",
                "\uFEFF{\"ok\":1}",
            })
    void whatIsNotTheJsonWeReadIsALostAnswer(String body) {
        VoiceClonerException failure = expectAmbiguous(OK + "Content-Length: "
                + body.getBytes(java.nio.charset.StandardCharsets.UTF_8).length + "\r\n\r\n" + body);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
    }

    @Test
    void anAnswerCutAtAnyByteIsNeverASuccess() {
        String body = "{\"ok\":1,\"x\":[{}]}";
        for (int cut = 0; cut < body.length(); cut++) {
            expectAmbiguous(OK + "Connection: close\r\n\r\n" + body.substring(0, cut));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 10_000, 200_000})
    void deepNestingOverflowsNoStack(int depth) {
        expectAmbiguous(OK + "Connection: close\r\n\r\n{\"x\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"ok\":1}");
    }

    @Test
    void aContentEncodingOfControlCharactersIsFitToPrint() {
        VoiceClonerException failure = expectAmbiguous(OK + "Content-Encoding: gz\u0007\u001b[2Jip\r\n\r\n{}");

        assertThat(failure.report().summary()).endsWith("gz  [2Jip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999999999999", "-1", "soon", "", "Sat, 21 Nov 99999 12:00:00 GMT"})
    void noRetryAfterBreaksAnAnswer(String value) {
        server.then(ScriptedServer.answer("503 Busy", "Retry-After: " + value + "\r\n", "{}"));
        assertThat(probe.create().status()).isEqualTo(503);
        assertThat(server.received()).isEqualTo(1);
    }

    @Test
    void aHeaderNamedLikeOursIsNotBelieved() {
        server.then(ScriptedServer.answer("503 Busy", HiddenRetryAfter.HIDDEN + ": 7\r\n", "{}"));
        assertThat(probe.create().retryAfter()).isEmpty();
    }

    @Test
    void aDripOfBytesIsEndedByTheLimitOfTheWholeCall() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write(OK + "\r\n{\"x\":\"");
            while (true) {
                conversation.write("x");
                conversation.rest(20);
            }
        });
        try (WireProbe hasty = new WireProbe(server.uri("/"), Duration.ofMillis(100))) {
            VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, hasty::create);
            assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
            assertThat(failure.reason()).isEqualTo(io.voicecloner.Reason.TIMEOUT);
        }
    }

    private VoiceClonerException expectAmbiguous(String answer) {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write(answer);
        });
        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);
        assertThat(failure).as(answer).isNotNull();
        assertThat(failure.category()).as(answer).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.voiceMayExist()).isTrue();
        return failure;
    }
}
