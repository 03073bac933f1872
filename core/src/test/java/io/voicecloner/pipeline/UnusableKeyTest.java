package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Violation;
import io.voicecloner.VoiceCloner;
import io.voicecloner.fake.WireProvider;
import io.voicecloner.http.ScriptedServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that turns out to be unusable when it is needed: not a byte leaves, and not a character of it is told. */
class UnusableKeyTest {
    @SuppressWarnings("NullAway") // What a supplier that was compiled without our checks may give.
    static Stream<Map.Entry<String, Supplier<String>>> suppliers() {
        return Stream.of(
                Map.entry("empty", () -> ""),
                Map.entry("newline", () -> "CANARY-123\n"),
                Map.entry("Bearer", () -> "Bearer CANARY-123"),
                Map.entry("header of its own", () -> "CANARY-123\r\nX: y"),
                Map.entry("nothing", () -> null),
                Map.entry("failure", () -> {
                    throw new IllegalStateException("no access to CANARY");
                }));
    }

    @ParameterizedTest
    @MethodSource("suppliers")
    @Tag("B01")
    @Tag("B02")
    @Tag("B03")
    @Tag("B04")
    @Tag("B05")
    void nothingLeavesAndNothingIsQuoted(Map.Entry<String, Supplier<String>> key) throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            ProviderSettings settings = ProviderSettings.of(key.getValue()).withBaseUrl(server.uri("/v1"));
            try (VoiceCloner cloner = Cloners.of(new WireProvider(), settings, null, null)) {
                ConfigurationException failure =
                        catchThrowableOfType(ConfigurationException.class, () -> cloner.cloneVoice(Cloners.GOOD));
                assertThat(failure.violations()).extracting(Violation::field).containsExactly("config.wire.api-key");
                assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
                assertThat(failure.voiceMayExist()).isFalse();
                StringWriter everything = new StringWriter();
                failure.printStackTrace(new PrintWriter(everything));
                assertThat(everything.toString()).doesNotContain("CANARY");
            }
            assertThat(server.connections()).isZero();
        }
    }
}
