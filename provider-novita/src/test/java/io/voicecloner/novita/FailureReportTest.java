package io.voicecloner.novita;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.Delivery;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure tells a program and a person, and what it keeps to itself. */
class FailureReportTest {
    private static final String SIGNED = "https://example.com/voice.mp3?X-Amz-Signature=s3cr3t-signature";
    private static final String SIGNED_PROMPT = "https://example.com/prompt.mp3?sig=s3cr3t-prompt";

    @AutoClose
    private final NovitaBench novita = new NovitaBench();

    @Test
    void theProvidersWordsAndTraceIdAreQuoted() {
        novita.onClone(Reply.of(
                400,
                "application/json",
                NovitaBench.refusal(400, "INVALID_AUDIO_FILE", "audio too short, trace 9f1c"),
                "Trace-Id: 9f1c"));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.provider()).contains("novita");
        assertThat(failure.step()).isEqualTo(Step.CLONE);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.providerCode()).contains("INVALID_AUDIO_FILE");
        assertThat(failure.providerMessage()).contains("audio too short, trace 9f1c");
        assertThat(failure.traceId()).contains("9f1c");
        assertThat(failure.orphans()).isEmpty();
        assertThat(failure).hasMessageContainingAll("novita", "INVALID_AUDIO_FILE", "audio too short, trace 9f1c");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 404, 502})
    void theTraceIdOfAnAnswerThatCannotBeReadIsKept(int status) {
        novita.onClone(Reply.of(status, "text/html", "<html></html>", "trace-id: 9f1c"));

        assertThat(novita.failure().traceId()).contains("9f1c");
    }

    @Test
    void anOpenOutcomeSaysThatMoneyMayBeSpentAndHowToFindOut() {
        novita.onClone(Reply.of(500, "application/json", NovitaBench.refusal(500, "TASK_FAILED", "oops")));

        VoiceClonerException failure = novita.failure();

        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(((AmbiguousOutcomeException) failure).checks()).isNotEmpty();
    }

    static Stream<Named<WireServer.Script>> failures() {
        return Stream.of(
                Named.of("an end", request -> Reply.end()),
                Named.of("noise", request -> Reply.bytes("??\r\n\r\n".getBytes(StandardCharsets.US_ASCII))),
                Named.of("HTML with 200", request -> Reply.of(200, "text/html", "<html></html>")),
                Named.of("half an object", request -> Reply.json("{\"voice_id\":\"nv")),
                Named.of("404", request -> Reply.of(404, "text/plain", "404 page not found")),
                Named.of("401", request -> Reply.of(401, "text/plain", "no")),
                Named.of("a redirect", request -> Reply.of(307, "text/plain", "", "Location: " + SIGNED)),
                Named.of(
                        "a refused recording",
                        request -> Reply.of(
                                400,
                                "application/json",
                                NovitaBench.refusal(400, "INVALID_AUDIO_FILE", "cannot be fetched"))),
                Named.of(
                        "a refusal that says the key aloud",
                        request -> Reply.of(
                                403,
                                "application/json",
                                NovitaBench.refusal(
                                        403,
                                        "INVALID_API_KEY",
                                        request.header("Authorization").get(0)))),
                Named.of(
                        "a fault that says the address aloud",
                        request -> Reply.of(
                                500,
                                "application/json",
                                NovitaBench.refusal(500, "TASK_FAILED", "GET " + SIGNED + " failed"))),
                Named.of("HTML that repeats the body", request -> Reply.of(502, "text/html", "<p>" + request.text())));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void neitherKeyNorSignatureIsPrintedWithAFailure(WireServer.Script script) {
        novita.onRequest(script);

        assertSaysNoSecret(novita.failure(NovitaBench.of(SIGNED)
                .withPrompt(AudioSource.url(URI.create(SIGNED_PROMPT)), "This voice sounds natural.")));
    }

    @Test
    void neitherKeyNorSignatureIsPrintedWhenNobodyIsHome() {
        novita.server().close();

        assertSaysNoSecret(novita.failure(NovitaBench.of(SIGNED)));
    }

    private static void assertSaysNoSecret(VoiceClonerException failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed + "\n" + failure + failure.providerMessage() + failure.providerCode() + failure.hint()
                        + failure.traceId())
                .doesNotContain(NovitaBench.KEY)
                .doesNotContain("s3cr3t");
    }
}
