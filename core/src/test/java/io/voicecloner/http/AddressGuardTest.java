package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address says of itself, before anything is looked up. */
class AddressGuardTest {
    private static final AddressGuard GUARD = new AddressGuard(URI.create("http://127.0.0.1:8080/v1/"), false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://audio.example/a.mp3",
                "https://AUDIO.example:8443/a?b=c",
                "https://bücher.example/a",
                "https://audio.example./a",
            })
    void httpsPassesAsFarAsItsTextGoes(String address) throws Exception {
        assertThat(GUARD.check(address).isHttps()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://audio.example/a.mp3",
                "http://127.0.0.1/a.mp3",
                "http://127.0.0.1:8081/v1/a.mp3",
                "http://localhost:8080/a.mp3",
                "ftp://audio.example/a",
                "file:///etc/passwd",
                "jar:https://audio.example/a.jar!/b",
                "data:audio/mp3;base64,AAAA",
                "javascript:alert(1)",
                "//audio.example/a",
                "/a.mp3",
                "",
                "null",
                "https://",
                "https://good.example@127.0.0.1/",
                "https://user:CANARY@audio.example/a",
                "https://user@audio.example/a",
            })
    void anythingElseIsRefused(String address) {
        assertThatThrownBy(() -> GUARD.check(address))
                .isInstanceOf(AddressGuard.UnsafeUrlException.class)
                .hasMessageNotContaining("CANARY");
    }

    @Test
    void theProvidersOwnOriginMayBePlain() throws Exception {
        assertThat(GUARD.check("http://127.0.0.1:8080/previews/a.mp3").isHttps())
                .isFalse();
    }

    @Test
    void aBackslashDoesNotHideTheHost() throws Exception {
        assertThat(GUARD.check("https://192.168.1.1\\@good.example/").host()).isEqualTo("192.168.1.1");
    }

    @Test
    void aRefusalTellsTheHostAndNothingAfterIt() {
        assertThatThrownBy(() -> GUARD.check("http://audio.example/CANARY?signature=CANARY"))
                .hasMessageContaining("http://audio.example")
                .hasMessageNotContaining("CANARY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/a", "http://localhost/a", "http://[::1]:9/a", "http://①②⑦.⓪.⓪.①/a"})
    void loopbackMayBePlainWhereItIsAllowed(String address) throws Exception {
        assertThat(new AddressGuard(null, true).check(address).isHttps()).isFalse();
    }
}
