package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal beside a voice id was read as a success because one of its fields had a strange shape. */
class UnreadableInnerCodeTest {
    @AutoClose
    private final HighwayBench highway = new HighwayBench();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"status_code\":1008,\"status_msg\":{\"a\":1}}",
                "{\"status_code\":\"no balance\"}",
                "{\"status_code\":[1008]}",
                "[1008]",
                "\"1008\"",
                "{}",
                "{\"status_code\":null}",
                "{\"status_msg\":\"no balance\"}"
            })
    @Tag("B82")
    void isNoSuccess(String baseResp) {
        highway.onClone(Reply.json("{\"voice_id\":\"v1\",\"base_resp\":" + baseResp + "}"));

        VoiceClonerException failure = highway.failure(HighwayBench.plain());

        assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class).hasMessageContaining("base_resp");
        assertThat(failure.voiceId()).contains("v1");
    }
}
