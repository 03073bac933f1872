package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Delivery;
import io.voicecloner.Violation;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a key may be sent. */
class BaseUrlTest {
    @ParameterizedTest
    @CsvSource({
        "https://api.example, https://api.example/",
        "https://api.example/v1, https://api.example/v1/",
        "https://api.example/v1/, https://api.example/v1/",
        "HTTPS://API.example:443/v1, https://api.example/v1/",
        "https://127.0.0.1:8443, https://127.0.0.1:8443/",
        "http://127.0.0.1:8080/v1, http://127.0.0.1:8080/v1/",
        "http://localhost/minimax/v1, http://localhost/minimax/v1/",
        "'http://[::1]:8080', 'http://[::1]:8080/'",
        "https://аpi.example, https://xn--pi-6kc.example/",
        "https://api_gateway.example/v1.2, https://api_gateway.example/v1.2/",
    })
    @Tag("S1")
    @Tag("S2")
    @Tag("B09")
    @Tag("B10")
    @Tag("B13")
    void aGoodOneGetsItsLastSlash(String given, String url) {
        assertThat(BaseUrl.of("fake", URI.create(given))).hasToString(url);
    }

    @ParameterizedTest
    @CsvSource({
        "'', must begin with https",
        "api.example, must begin with https",
        "//api.example, must begin with https",
        "ftp://api.example, must begin with https",
        "file:///etc/passwd, must begin with https",
        "javascript:alert(1), must begin with https",
        "http://api.example, must be https",
        "http://10.0.0.1/v1, must be https",
        "http://127.0.0.1.example, must be https",
        "http://127.0.0.999/v1, must be https",
        "https://user:CANARY@api.example, must not hold a user",
        "https://CANARY@api.example, must not hold a user",
        "https://user:CANARY@api_gateway.example, must not hold a user",
        "https://user:CANARY@аpi.example, must not hold a user",
        "https://api.example?x=CANARY, must not hold a user",
        "https://api.example/v1?, must not hold a user",
        "https://api.example#CANARY, must not hold a user",
        "https://api.example:0, has no host or a port",
        "https://api.example:65536, has no host or a port",
        "https://api.example:abc, has no host or a port",
        "https:///v1, has no host or a port",
        "https:v1, has no host or a port",
        "https://api.example./v1, ends in a dot",
        "https://api.example//v1//, empty or dotted",
        "https://api.example/v1//, empty or dotted",
        "https://api.example/v1/../admin, empty or dotted",
        "https://api.example/v1/.., empty or dotted",
        "https://api.example/./v1, empty or dotted",
        "https://api.example/v1/%2e%2E/admin, empty or dotted",
        "https://api.example/v1/.%2e, empty or dotted",
    })
    @Tag("S1")
    @Tag("S2")
    @Tag("B06")
    @Tag("B07")
    @Tag("B08")
    @Tag("B09")
    @Tag("B11")
    @Tag("B12")
    @Tag("B13")
    @Tag("B14")
    void anyOtherIsRefusedWithoutQuotingIt(String given, String wrong) {
        ConfigurationException failure =
                catchThrowableOfType(ConfigurationException.class, () -> BaseUrl.of("fake", URI.create(given)));
        assertThat(failure).hasMessageContainingAll("config.fake.base-url", wrong);
        assertThat(failure).hasMessageNotContaining("CANARY");
        assertThat(failure.violations()).extracting(Violation::field).containsExactly("config.fake.base-url");
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
    }
}
