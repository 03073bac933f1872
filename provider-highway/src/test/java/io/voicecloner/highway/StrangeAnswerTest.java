package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers outside of the envelope, what they tell and what they must not. */
class StrangeAnswerTest {
    private static final String KEY = HighwayBench.KEY;

    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    static Stream<Named<Reply>> invalidTokens() {
        return Stream.of(
                Named.of("plain words", Reply.of(401, "text/plain", "invalid token")),
                Named.of("HTML", Reply.of(401, "text/html", "<html>invalid token</html>")),
                Named.of("nothing", Reply.of(401, "application/json", "")),
                Named.of("a message", Reply.of(401, "application/json", "{\"message\":\"invalid token\"}")),
                Named.of(
                        "the envelope",
                        Reply.of(401, "application/json", HighwayBench.refusal(401, "UNAUTHORIZED", "invalid token"))));
    }

    @ParameterizedTest
    @MethodSource("invalidTokens")
    void anInvalidTokenIsAnAccessProblem(Reply reply) {
        VoiceClonerException failure = highway.failure(reply);

        assertThat(failure.category()).isEqualTo(Category.ACCESS);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @Test
    void plainWordsOfAMissingPageAreAWrongAddress() {
        VoiceClonerException failure =
                highway.failure(Reply.of(404, "text/plain; charset=utf-8", "404 page not found"));

        assertThat(failure.category()).isIn(Category.UNEXPECTED_REPLY, Category.CONFIGURATION);
        assertThat(failure.reason()).isEqualTo(Reason.MISCONFIGURED_ENDPOINT);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "403, ACCESS, false",
        "402, QUOTA, false",
        "429, RATE_LIMITED, false",
        "500, AMBIGUOUS_OUTCOME, true",
        "502, AMBIGUOUS_OUTCOME, true",
        "504, AMBIGUOUS_OUTCOME, true"
    })
    void aStatusWithAPageOfHtmlDecidesAlone(int status, Category category, boolean voiceMayExist) {
        VoiceClonerException failure = highway.failure(Reply.of(status, "text/html", "<html>nginx</html>"));

        assertThat(failure.category()).isEqualTo(category);
        assertThat(failure.voiceMayExist()).isEqualTo(voiceMayExist);
    }

    @Test
    void theTraceIdInTheMessageIsKeptWordForWord() {
        String words = "invalid token, please contact support. Trace ID: 0a1B-2c3D_9f [jk]";

        VoiceClonerException failure = highway.failure(
                Reply.of(401, "application/json", "{\"code\":401,\"message\":\"" + words + "\",\"metadata\":{}}"));

        assertThat(failure.providerMessage()).contains(words);
        assertThat(failure).hasMessageContaining(words);
    }

    @Test
    void aTraceIdInAHeaderIsKeptToo() {
        highway.onClone(Reply.of(200, "application/json", HighwayBench.SUCCESS, "Trace-Id: 9f1c"));
        assertThat(highway.clone(HighwayBench.plain()).traceIds()).containsExactly("9f1c");
    }

    static Stream<Named<Reply>> echoes() {
        return Stream.of(
                Named.of(
                        "the envelope",
                        Reply.of(403, "application/json", HighwayBench.refusal(403, "INVALID_API_KEY", "bad " + KEY))),
                Named.of("a reason", Reply.of(403, "application/json", HighwayBench.refusal(403, KEY, "bad"))),
                Named.of(
                        "an inner code",
                        Reply.json("{\"base_resp\":{\"status_code\":1004,\"status_msg\":\"Bearer " + KEY + "\"}}")),
                Named.of("plain words", Reply.of(401, "text/plain", "invalid token " + KEY)),
                Named.of("HTML with status 200", Reply.of(200, "text/html", "<p>" + KEY + "</p>")),
                Named.of("HTML", Reply.of(502, "text/html", "<p>" + KEY + "</p>")));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void aKeyThatIsSaidAloudIsNotPrinted(Reply reply) {
        VoiceClonerException failure = highway.failure(reply);

        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed + "\n" + failure + failure.providerMessage() + failure.providerCode() + failure.hint()
                        + failure.traceId())
                .doesNotContain(KEY);
    }
}
