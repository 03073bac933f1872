package io.voicecloner.highway;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import org.junit.jupiter.api.AutoClose;
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
                "\"1008\""
            })
    void isNoSuccess(String baseResp) {
        highway.onClone(Reply.json("{\"voice_id\":\"v1\",\"base_resp\":" + baseResp + "}"));

        assertThat(highway.failure(HighwayBench.plain()))
                .isInstanceOf(AmbiguousOutcomeException.class)
                .hasMessageContaining("base_resp");
    }
}
