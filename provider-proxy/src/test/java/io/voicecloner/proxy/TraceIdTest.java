package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What support asks for: MiniMax's header, passed on, or the one that gateways write themselves. */
class TraceIdTest {
    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @ParameterizedTest
    @ValueSource(strings = {"Trace-Id", "trace-id", "X-Request-Id", "x-request-id"})
    void ofASuccessAllAreKeptInOrder(String header) {
        gateway.onUpload(request -> Reply.of(200, "application/json", ProxyBench.uploaded("11"), header + ": 04a1"))
                .onClone(request -> Reply.of(200, "application/json", ProxyBench.SUCCESS, header + ": 04b2"));

        assertThat(gateway.clone(Requests.plain()).traceIds()).containsExactly("04a1", "04b2");
    }

    @ParameterizedTest
    @CsvSource({
        "Trace-Id, 200, application/json",
        "Trace-Id, 404, text/plain",
        "Trace-Id, 502, text/html",
        "x-request-id, 200, application/json",
        "x-request-id, 200, text/html",
        "x-request-id, 401, application/json",
        "x-request-id, 404, text/plain",
        "X-Request-Id, 502, text/html"
    })
    void ofAFailureItIsKept(String header, int status, String type) {
        String body = type.endsWith("json") ? ProxyBench.refusal(1004, "no") : "<html></html>";
        gateway.onClone(request -> Reply.of(status, type, body, header + ": 04b2"));

        assertThat(gateway.failure(Requests.plain()).traceId()).contains("04b2");
    }
}
