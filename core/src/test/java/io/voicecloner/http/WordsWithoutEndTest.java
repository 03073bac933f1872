package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says at length: it is neither pondered for minutes nor printed by the megabyte. */
@Timeout(value = 12, unit = TimeUnit.SECONDS)
class WordsWithoutEndTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private ScriptedServer server;
    private WireProbe probe;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        probe = new WireProbe(server.uri("/"), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() throws Exception {
        probe.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http:", "https:a", "http:?", "\\u0000", "\\uD800", "%s${jndi:ldap://a/b}\\r\\n\\u001b[31m"})
    @Tag("B89")
    void aMegabyteOfAddressesOnceTookMinutesToRedact(String word) {
        String words = word.repeat(900_000 / word.length());
        server.then(ScriptedServer.json("{\"base_resp\":{\"status_code\":1008,\"status_msg\":\"" + words + "\"}}"));
        Answer<?> answer = probe.create();

        VoiceClonerException failure = AnswerFailures.ofBaseResp(Step.CLONE, WireProbe.scope(), answer, Map.of())
                .orElseThrow();

        assertThat(failure.category()).isEqualTo(Category.QUOTA);
        assertPrintable(failure);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"", "-", "1.", "0.", "1e"})
    @Tag("B82")
    @Tag("B84")
    @Tag("S28")
    void aNumberOfAMillionDigitsOnceTookAQuarterOfAMinuteToRead(String before) {
        String number = before + "1".repeat(1_000_000) + (before.equals("\"") ? "\"" : "");
        server.then(ScriptedServer.json("{\"ok\":" + number + "}"));

        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
        assertThat(failure.delivery()).isEqualTo(Delivery.ANSWER_LOST);
        assertPrintable(failure);
    }

    static Stream<Named<String>> echoes() {
        String echo = "\u001B[31m" + WireProbe.KEY + " https://a.example/b?signature=CANARY " + "x".repeat(100_000);
        return Stream.of(
                Named.of("a status line", "HTTP/1.1 abc " + echo + "\r\n\r\n"),
                Named.of("another protocol", echo + "\r\n\r\n"),
                Named.of("an encoding", OK + "Content-Encoding: " + echo + "\r\n\r\n{}"),
                Named.of("a chunk's size", OK + "Transfer-Encoding: chunked\r\n\r\n" + echo + "\r\n"),
                Named.of("a chunk's extension", OK + "Transfer-Encoding: chunked\r\n\r\n8x" + echo + "\r\n"),
                Named.of("a text for a number", OK + "\r\n{\"ok\":\"" + echo.replace("\u001B", "\\u001b") + "\"}"),
                Named.of("a field", OK + "\r\n{\"" + echo.replace("\u001B", "\\u001b") + "\":NaN}"));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    @Tag("B89")
    @Tag("S25")
    void whatTheTransportQuotesOfAnAnswerWasOncePrintedWholeWithItsSecrets(String answer) {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write(answer);
        });

        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        assertPrintable(failure);
    }

    @Test
    void whatTheTransportSaysOfItselfIsKept() {
        server.then(conversation -> conversation.readRequest());

        VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);

        assertThat(failure.getCause()).isNotInstanceOf(Quoted.class).hasMessageContaining("unexpected end of stream");
    }

    private static void assertPrintable(VoiceClonerException failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        for (Throwable each = failure; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each.getMessage()).length()).isLessThan(1_500);
        }
        assertThat(trace + failure.toString() + failure.providerMessage())
                .doesNotContain(WireProbe.KEY)
                .doesNotContain("CANARY")
                .doesNotContain("\u001B")
                .doesNotContain("\0");
        assertThat(failure.providerMessage().orElse("").length()).isLessThanOrEqualTo(400);
    }
}
