package io.voicecloner.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceIdTakenException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway may turn MiniMax's code 2039 into any status, and then only its words tell. */
class TakenIdTest {
    private static final String WORDS = "voice clone voice id duplicate";

    @AutoClose
    private final ProxyBench gateway = new ProxyBench();

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 409, 422, 429, 500, 502, 503, 200})
    void theWordsOfADuplicateTellInAnyStatus(int status) {
        assertTaken(Reply.of(status, "application/json", ProxyBench.error(WORDS, "null")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"error\":{\"message\":\"%s\",\"type\":\"upstream_error\",\"code\":\"bad_response_status_code\"}}",
                "{\"error\":{\"message\":\"upstream error: %s (request id: 20260101)\",\"code\":502}}",
                "{\"type\":\"error\",\"error\":{\"type\":\"api_error\",\"message\":\"%s\"},\"request_id\":\"1\"}",
                "{\"message\":\"%s\"}",
                "{\"base_resp\":{\"status_code\":1000,\"status_msg\":\"%s\"}}",
                "{\"base_resp\":{\"status_code\":2039,\"status_msg\":\"%s\"}}"
            })
    void theWordsOfADuplicateTellInAnyShape(String body) {
        assertTaken(Reply.of(502, "application/json", body.formatted(WORDS)));
    }

    @ParameterizedTest
    @CsvSource({"text/html, <html><p>voice clone voice id duplicate</p></html>", "text/plain, voice id duplicate"})
    void theWordsOfADuplicateTellEvenOutsideOfJson(String type, String body) {
        assertTaken(Reply.of(502, type, body));
    }

    @Test
    void otherWordsWithTheSameStatusLeaveTheOutcomeOpen() {
        gateway.onClone(
                request -> Reply.of(502, "application/json", ProxyBench.error("voice clone upstream timeout", "null")));

        assertThat(gateway.failure(Requests.plain()).category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
    }

    private void assertTaken(Reply reply) {
        VoiceClonerException failure = gateway.onClone(request -> reply).failure(Requests.plain());

        assertThat(failure).isInstanceOf(VoiceIdTakenException.class);
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.voiceId()).contains(ProxyBench.VOICE_ID);
        assertThat(gateway.clones()).hasSize(1);
    }
}
