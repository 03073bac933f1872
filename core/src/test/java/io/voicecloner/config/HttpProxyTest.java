package io.voicecloner.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.ProviderSettings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The proxy to a provider's API: a host and a port, and nothing else. */
@Tag("B20")
class HttpProxyTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "proxy.example:3128, proxy.example, 3128",
        "localhost:1, localhost, 1",
        "10.0.0.1:65535, 10.0.0.1, 65535",
        "'[fd00::1]:8080', '[fd00::1]', 8080",
        "' proxy.example:3128 ', proxy.example, 3128",
    })
    void aHostAndAPortArriveUnresolved(String text, String host, int port) throws Exception {
        InetSocketAddress proxy = world(text).load().settings().httpProxy().orElseThrow();
        assertThat(proxy.getHostString()).isEqualTo(host);
        assertThat(proxy.getPort()).isEqualTo(port);
        assertThat(proxy.isUnresolved()).isTrue();
    }

    @Test
    void withoutOneTheJvmDecides() throws Exception {
        assertThat(new World(directory).with("").load().settings().httpProxy()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example",
                "proxy.example:",
                ":3128",
                "proxy.example:0",
                "proxy.example:65536",
                "proxy.example:999999",
                "proxy.example:-1",
                "proxy.example:port",
                "http://proxy.example:3128",
                "socks5://proxy.example:1080",
                "me:CANARY@proxy.example:3128",
                "proxy.example:3128/path",
                "fd00::1:8080",
                "proxy_example CANARY:1",
                "proxy.example:3128\r\nX: CANARY",
                "proxy.example:\u0663\u0661\u0662\u0668",
            })
    void anythingElseIsRefusedWithoutQuotingIt(String text) {
        World world = new World(directory)
                .override("voicecloner.provider", "fake-file")
                .override("voicecloner.fake-file.api-key", "long-enough")
                .override("voicecloner.fake-file.http-proxy", text);
        assertThat(world.failure().violations()).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.fake-file.http-proxy");
            assertThat(violation.message())
                    .contains("must be a host and a port: proxy.example:3128")
                    .doesNotContain("CANARY");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void codeCannotNameSuchAPortEither(int port) {
        ProviderSettings settings = ProviderSettings.of("long-enough");
        assertThatThrownBy(() -> settings.withHttpProxy("proxy.example", port))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private World world(String proxy) throws Exception {
        return new World(directory).with("voicecloner.fake-file.http-proxy = \"" + proxy + '"');
    }
}
