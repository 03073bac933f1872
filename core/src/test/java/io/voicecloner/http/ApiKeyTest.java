package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import io.voicecloner.Violation;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that can be a header's value, and those that cannot. */
class ApiKeyTest {
    static Stream<Arguments> badKeys() {
        return Stream.of(
                Arguments.of("", "is empty"),
                Arguments.of("   ", "is empty"),
                Arguments.of("CANARY-123\n", "strip them"),
                Arguments.of("CANARY-123\r\n", "strip them"),
                Arguments.of(" CANARY-123", "strip them"),
                Arguments.of("Bearer CANARY-123", "without \"Bearer \""),
                Arguments.of("CANARY-é-123", "printable ASCII"),
                Arguments.of("CANARY\0-123", "printable ASCII"),
                Arguments.of("CANARY\r\nX-Evil: 1", "printable ASCII"),
                Arguments.of("CANARY 123", "printable ASCII"),
                Arguments.of("CANARY", "8 to 4096"),
                Arguments.of("CANARY".repeat(1_000), "8 to 4096"),
                Arguments.of("\uFEFFCANARY-123", "printable ASCII"));
    }

    @ParameterizedTest
    @MethodSource("badKeys")
    @Tag("B01")
    @Tag("B02")
    @Tag("B03")
    @Tag("B04")
    @Tag("S11")
    void aBadKeyIsRefusedWithoutQuotingIt(String key, String wrong) {
        expectRefusal(() -> key, wrong);
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 4096})
    void aKeyAtTheEdgePasses(int length) {
        String key = "k".repeat(length);
        assertThat(new ApiKey("fake", () -> key).next()).isEqualTo(key);
    }

    @Test
    @SuppressWarnings("NullAway") // What a supplier that was compiled without our checks may give.
    @Tag("B01")
    @Tag("B05")
    void aSupplierThatGivesNothingIsRefused() {
        expectRefusal(() -> null, "is empty");
    }

    @Test
    @Tag("B05")
    @Tag("S11")
    void aSupplierThatThrowsIsRefusedByTheNameOfItsExceptionAlone() {
        expectRefusal(
                () -> {
                    throw new UnsupportedOperationException("CANARY");
                },
                "could not be had (UnsupportedOperationException)");
    }

    @Test
    @Tag("S15")
    void theSupplierIsAskedForEveryRequest() {
        Deque<String> keys = new ArrayDeque<>(List.of("key-of-monday", "key-of-tuesday"));
        ApiKey key = new ApiKey("fake", keys::removeFirst);
        assertThat(key.next()).isEqualTo("key-of-monday");
        assertThat(key.next()).isEqualTo("key-of-tuesday");
    }

    @Test
    @Tag("S11")
    void aKeyDoesNotPrintItself() {
        assertThat(new ApiKey("fake", () -> "CANARY-123")).hasToString("ApiKey[redacted]");
    }

    private static void expectRefusal(Supplier<String> supplier, String wrong) {
        ConfigurationException failure =
                catchThrowableOfType(ConfigurationException.class, () -> new ApiKey("fake", supplier).next());
        assertThat(failure).hasMessageContainingAll("config.fake.api-key", wrong);
        assertThat(failure.violations()).extracting(Violation::field).containsExactly("config.fake.api-key");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        StringWriter everything = new StringWriter();
        failure.printStackTrace(new PrintWriter(everything));
        assertThat(everything.toString()).doesNotContain("CANARY");
    }
}
