package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What spec/001 has no field for is refused here, and nothing leaves. */
class UnsupportedOptionTest {
    @AutoClose
    private final MiniMaxBench minimax = new MiniMaxBench();

    static Stream<Arguments> unsupported() {
        return Map.of(
                        "watermark", Requests.plain().withWatermark(true),
                        "accuracy", Requests.plain().withAccuracy(0.7))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unsupported")
    void anOptionWithoutAFieldIsRefusedBeforeAnythingIsSent(String field, CloneRequest request) {
        VoiceClonerException failure = minimax.failure(request);

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.violations()).extracting(Violation::field).containsExactly(field);
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(minimax.server().received()).isEmpty();
    }
}
