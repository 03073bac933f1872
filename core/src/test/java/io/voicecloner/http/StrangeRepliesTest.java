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
        probe = new WireProbe(server.uri("/"), Duration.ofSeconds(2));
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
    @Tag("S29")
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
    @Tag("B81")
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
    @ValueSource(ints = {256, 257, 300, 10_000, 100_000, 200_000})
    @Tag("B87")
    @Tag("S27")
    void deepNestingOverflowsNoStack(int depth) {
        for (String nested : new String[] {nested("[", "]", depth), nested("{\"y\":", "}", depth)}) {
            expectAmbiguous(OK + "Connection: close\r\n\r\n{\"x\":" + nested + ",\"ok\":1}");
            expectAmbiguous(OK + "Connection: close\r\n\r\n{\"ok\":" + nested + "}");
        }
    }

    @Test
    @Tag("B87")
    @Tag("S27")
    void aDepthOf255IsRead() {
        for (String nested : new String[] {nested("[", "]", 255), nested("{\"y\":", "}", 255)}) {
            server.then(ScriptedServer.json("{\"x\":" + nested + ",\"ok\":1}"));
            assertThat(probe.create().delivery()).isEqualTo(Delivery.DONE);
        }
    }

    @Test
    @Tag("B87")
    @Tag("S27")
    void inARefusalDeepNestingIsNoMoreThanWordsThatCannotBeRead() {
        server.then(ScriptedServer.answer("400 No", "", "{\"base_resp\":" + nested("[", "]", 100_000) + "}"));
        Answer<?> answer = probe.create();
        assertThat(AnswerFailures.ofBaseResp(io.voicecloner.Step.CLONE, WireProbe.scope(), answer, java.util.Map.of()))
                .isEmpty();
        assertThat(answer.as(BaseResp.Presence.class)).isEmpty();
    }

    /** What makes an object that holds it this deep. */
    private static String nested(String open, String close, int depth) {
        return open.repeat(depth - 2) + (open.equals("[") ? "[]" : "{}") + close.repeat(depth - 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ok\":1,\"ok\":1}",
                "{\"ok\":1,\"x\":{\"y\":1,\"y\":2}}",
                "{\"x\":[{\"y\":{\"z\":1,\"\\u007a\":2}}],\"ok\":1}"
            })
    @Tag("B88")
    @Tag("S27")
    void anAnswerThatSaysSomethingTwiceIsALostAnswer(String body) {
        VoiceClonerException failure = expectAmbiguous(OK + "Content-Length: " + body.length() + "\r\n\r\n" + body);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertThat(failure.reason()).isEqualTo(io.voicecloner.Reason.UNREADABLE);
    }

    /** One that only announces another was once taken for a refusal: "no voice was made". */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n",
                "101 Switching Protocols\r\n",
                "199 Soon\r\n"
            })
    @Tag("S29")
    void anAnswerThatOnlyAnnouncesOneLeavesTheOutcomeOpen(String head) throws Exception {
        java.util.concurrent.CountDownLatch gone = new java.util.concurrent.CountDownLatch(1);
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 " + head + "\r\n{\"ok\":1}");
            conversation.waitForClientToGo();
            gone.countDown();
        });
        io.voicecloner.spi.CallScope scope = WireProbe.scope();
        VoiceClonerException failure = null;
        try {
            failure = AnswerFailures.ofStatus(io.voicecloner.Step.CLONE, scope, probe.create(scope), null, null);
        } catch (VoiceClonerException e) {
            failure = e;
        }
        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(gone.await(5, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
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
