package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses name this machine. */
class LoopbackTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "https://LOCALHOST:8443/a",
                "http://127.0.0.1:80/",
                "http://127.255.255.255/",
                "http://[::1]/",
                "http://[0:0:0:0:0:0:0:1]:8080/",
                "http://[::ffff:127.0.0.1]/",
                "http://user@127.0.0.1/",
            })
    void theseDo(String address) {
        assertThat(Loopback.isLoopback(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1.example/",
                "http://localhost.example/",
                "http://notlocalhost/",
                "http://127.0.0.999/",
                "http://127.0.0/",
                "http://128.0.0.1/",
                "http://10.0.0.1/",
                "http://0.0.0.0/",
                "http://[::2]/",
                "http://127.0.0.1@audio.example/",
                "mailto:me@localhost",
                "localhost",
                "/localhost",
            })
    void theseDoNot(String address) {
        assertThat(Loopback.isLoopback(URI.create(address))).isFalse();
    }
}
