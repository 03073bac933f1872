package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a caller is told of a whole answer that is no success. */
class FailuresOfAnswersTest {
    private final CallScope scope = WireProbe.scope();
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

    @ParameterizedTest
    @CsvSource({
        "302, UNEXPECTED_REPLY, REDIRECT, REJECTED",
        "400, INVALID_REQUEST, REQUEST, REJECTED",
        "401, ACCESS, KEY, REJECTED",
        "402, QUOTA, BALANCE, REJECTED",
        "403, ACCESS, PERMISSION, REJECTED",
        "404, CONFIGURATION, MISCONFIGURED_ENDPOINT, REJECTED",
        "405, CONFIGURATION, MISCONFIGURED_ENDPOINT, REJECTED",
        "413, INVALID_REQUEST, REQUEST, REJECTED",
        "415, INVALID_REQUEST, REQUEST, REJECTED",
        "422, INVALID_REQUEST, REQUEST, REJECTED",
        "429, RATE_LIMITED, RATE, REFUSED",
        "418, UNEXPECTED_REPLY, UNREADABLE, REJECTED",
    })
    void aClearNoMeansTheSameOnEveryStep(int status, Category category, Reason reason, Delivery delivery) {
        for (Step step : new Step[] {Step.UPLOAD, Step.CLONE}) {
            VoiceClonerException failure = ofStatus(step, status);
            assertThat(failure.category()).isEqualTo(category);
            assertThat(failure.reason()).isEqualTo(reason);
            assertThat(failure.delivery()).isEqualTo(delivery);
            assertThat(failure.voiceMayExist()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"408", "500", "502", "503", "504", "599"})
    void aFaultOfTheServerLeavesTheOutcomeOfACloneOpen(int status) {
        assertThat(ofStatus(Step.UPLOAD, status).category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        VoiceClonerException clone = ofStatus(Step.CLONE, status);
        assertThat(clone).isInstanceOf(AmbiguousOutcomeException.class).hasMessageContaining("HTTP " + status);
        assertThat(clone.voiceMayExist()).isTrue();
        assertThat(clone.voiceId()).contains("vc-probe");
    }

    @Test
    void aRefusalSaysHowLongToWait() {
        server.then(ScriptedServer.answer("429 Slow Down", "Retry-After: 1.5\r\n", "{}"));
        RateLimitedException failure =
                (RateLimitedException) AnswerFailures.ofStatus(Step.CLONE, scope, probe.create(scope), null, null);
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(2));
    }

    @Test
    void theProvidersWordsAndTraceAreKept() {
        server.then(ScriptedServer.answer("400 No", "Trace-Id: t-1\r\n", "{}"));
        VoiceClonerException failure = AnswerFailures.ofCode(
                Step.CLONE,
                scope,
                probe.create(scope),
                CodeMeaning.rejected(Category.QUOTA, Reason.PLAN, "not in the plan", "Pay more."),
                "4711",
                "no\r\nmoney " + WireProbe.KEY);
        assertThat(failure.providerCode()).contains("4711");
        assertThat(failure.providerMessage()).contains("no  money [redacted]");
        assertThat(failure.traceId()).contains("t-1");
        assertThat(failure.hint()).contains("Pay more.");
        assertThat(scope.traceIds()).containsExactly("t-1");
    }

    @Test
    void aSuccessThatLacksSomethingIsALostAnswer() {
        server.then(ScriptedServer.json("{}")).then(ScriptedServer.json("{}"));
        assertThat(AnswerFailures.incomplete(Step.CLONE, scope, probe.create(scope), "voice_id"))
                .isInstanceOf(AmbiguousOutcomeException.class)
                .hasMessageContaining("the answer lacks voice_id");
        assertThat(AnswerFailures.incomplete(Step.UPLOAD, scope, probe.create(scope), "file_id"))
                .isInstanceOf(UnexpectedReplyException.class);
    }

    @Test
    void aServerThatRepeatsTheKeyDoesNotMakeUsPrintIt() {
        server.then(conversation -> {
            conversation.readRequest();
            String echo = server.heads().get(0);
            conversation.write("HTTP/1.1 400 Bad\r\nTrace-Id: " + WireProbe.KEY + "\r\nContent-Length: " + echo.length()
                    + "\r\n\r\n" + echo);
        });
        VoiceClonerException failure = AnswerFailures.ofStatus(Step.CLONE, scope, probe.create(scope), null, null);
        assertThat(failure.toString() + failure.providerMessage() + failure.traceId() + scope.traceIds())
                .doesNotContain(WireProbe.KEY)
                .contains("[redacted]");
    }

    private VoiceClonerException ofStatus(Step step, int status) {
        server.then(ScriptedServer.answer(status + " Status", "", "{}"));
        return AnswerFailures.ofStatus(step, scope, probe.create(scope), null, null);
    }
}
