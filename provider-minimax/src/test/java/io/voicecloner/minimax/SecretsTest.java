package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong, nobody finds the key or a query in what is printed, causes included. */
class SecretsTest {
    private static final String GROUP = "s3cr3t-group-1872645093";

    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    static Stream<Named<WireServer.Script>> failures() {
        return Stream.of(
                Named.of("an end", request -> Reply.end()),
                Named.of("a reset", request -> Reply.reset()),
                Named.of("noise", request -> Reply.bytes("??\r\n\r\n".getBytes(StandardCharsets.US_ASCII))),
                Named.of("HTML with 200", request -> Reply.of(200, "text/html", "<html></html>")),
                Named.of("half an object", request -> Reply.json("{\"base_resp\":{\"status")),
                Named.of("404", request -> Reply.of(404, "text/plain", "404 page not found")),
                Named.of("401", request -> Reply.of(401, "text/plain", "no")),
                Named.of("502", request -> Reply.of(502, "text/html", "<html></html>")),
                Named.of("a redirect", request -> Reply.of(307, "text/plain", "", "Location: /x?GroupId=" + GROUP)),
                Named.of("1004", request -> Reply.json(MiniMaxBench.refusal(1004, "login fail"))),
                Named.of("1000", request -> Reply.json(MiniMaxBench.refusal(1000, "unknown error"))),
                Named.of(
                        "a refusal that says the key aloud",
                        request -> Reply.json(MiniMaxBench.refusal(2049, "invalid api key " + MiniMaxBench.KEY))),
                Named.of(
                        "an unknown code that says the header aloud",
                        request -> Reply.json(MiniMaxBench.refusal(
                                4242, request.header("Authorization").get(0)))),
                Named.of(
                        "a status line that says the key aloud",
                        request -> Reply.bytes(
                                ("HTTP/1.1 " + MiniMaxBench.KEY + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII))),
                Named.of(
                        "the key in place of a number",
                        request -> Reply.json("{\"base_resp\":{\"status_code\":\"" + MiniMaxBench.KEY + "\"}}")),
                Named.of(
                        "the key as the name of something unreadable",
                        request -> Reply.json("{\"base_resp\":{\"" + MiniMaxBench.KEY + "\":?}}")),
                Named.of(
                        "the key as an encoding",
                        request -> Reply.of(200, "application/json", "{}", "Content-Encoding: " + MiniMaxBench.KEY)),
                Named.of(
                        "HTML that says the key aloud",
                        request -> Reply.of(502, "text/html", "<p>" + request.header("Authorization") + "</p>")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("S12")
    void aFailedCloneSaysNoSecret(WireServer.Script script) {
        minimax.with(settings -> settings.withOption("group-id", GROUP)).onClone(script);

        assertSaysNoSecret(minimax.failure(Requests.plain()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("S12")
    void aFailedUploadSaysNoSecret(WireServer.Script script) {
        minimax.with(settings -> settings.withOption("group-id", GROUP)).onUpload(script);

        assertSaysNoSecret(minimax.failure(Requests.plain()));
    }

    @Test
    void aFailedConnectionSaysNoSecret() {
        minimax.with(settings -> settings.withOption("group-id", GROUP))
                .server()
                .close();

        assertSaysNoSecret(minimax.failure(Requests.plain()));
    }

    private static void assertSaysNoSecret(VoiceClonerException failure) {
        StringWriter printed = new StringWriter();
        failure.printStackTrace(new PrintWriter(printed, true));
        assertThat(printed + "\n" + failure + failure.providerMessage() + failure.providerCode() + failure.hint()
                        + failure.traceId())
                .doesNotContain(MiniMaxBench.KEY)
                .doesNotContain(GROUP)
                .doesNotContain("GroupId");
    }
}
