package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gateways like to repeat the key they refuse; nobody finds it in what is printed, causes included. */
class SecretsTest {
    private static final String KEY = ProxyBench.KEY;

    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    static Stream<Named<Reply>> echoes() {
        return Stream.of(
                json("an error", 401, ProxyBench.error("Invalid token: " + KEY + " (request id: 1)", "null")),
                json("an error's code", 401, ProxyBench.error("no", "\"" + KEY + "\"")),
                json("a header", 403, ProxyBench.error("got Authorization: Bearer " + KEY, "\"forbidden\"")),
                json("a message", 400, "{\"message\":\"key=" + KEY + "&x=1\"}"),
                json(
                        "a typed error",
                        401,
                        "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"" + KEY
                                + "\"},\"request_id\":\"" + KEY + "\"}"),
                json("a refusal", 200, ProxyBench.refusal(2049, "invalid api key " + KEY)),
                json("an unlisted code", 200, ProxyBench.refusal(4242, KEY)),
                json("a fault", 500, ProxyBench.error("panic: " + KEY, "500")),
                Named.of("plain words", Reply.of(401, "text/plain", "bad key " + KEY)),
                Named.of("HTML", Reply.of(502, "text/html", "<p>" + KEY + "</p>")),
                Named.of("HTML with status 200", Reply.of(200, "text/html", "<p>" + KEY + "</p>")),
                Named.of("JSON cut short", Reply.json("{\"base_resp\":{\"status_msg\":\"" + KEY)),
                Named.of("a redirect", Reply.of(307, "text/plain", "", "Location: /x?key=" + KEY)),
                Named.of(
                        "a trace id",
                        Reply.of(401, "application/json", ProxyBench.error("no", "null"), "x-request-id: " + KEY)));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void aFailedCloneSaysNoKey(Reply echo) {
        assertSaysNoKey(gateway.on(Step.CLONE, request -> echo).failure(Requests.plain()));
    }

    @ParameterizedTest
    @MethodSource("echoes")
    void aFailedUploadSaysNoKey(Reply echo) {
        assertSaysNoKey(gateway.on(Step.UPLOAD, request -> echo).failure(Requests.plain()));
    }

    private static void assertSaysNoKey(VoiceClonerException failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed + "\n" + failure + failure.providerMessage() + failure.providerCode() + failure.hint()
                        + failure.traceId())
                .doesNotContain(KEY);
    }

    private static Named<Reply> json(String name, int status, String body) {
        return Named.of(name, Reply.of(status, "application/json", body));
    }
}
