package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an address says of itself, before anything is looked up. */
class AddressGuardTest {
    private static final AddressGuard GUARD =
            new AddressGuard(URI.create("http://127.0.0.1:8080/v1/"), false, List.of());

    @ParameterizedTest
    @CsvSource({
        "https://audio.example/a.mp3, https://audio.example/a.mp3",
        "https://AUDIO.example:443/a?b=c, https://audio.example/a?b=c",
        "https://bücher.example/a, https://xn--bcher-kva.example/a",
        "https://audio.example./a%2Fb?x=%2B#c, https://audio.example/a%2Fb?x=%2B#c",
        "https://93.184.216.34/a, https://93.184.216.34/a",
    })
    @Tag("B73")
    void httpsPassesInItsPlainForm(String address, String plain) throws Exception {
        assertThat(GUARD.check(address)).hasToString(plain);
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
                "https:",
                "https://",
                "https:audio.example",
                "https:/audio.example/a",
                "https:///audio.example/a",
                "https://good.example@127.0.0.1/",
                "https://user:CANARY@audio.example/a",
                "https://user@audio.example/a",
                "https://./a",
                "https://../a",
                "https://audio..example/a",
                "https://.audio.example/a",
                "https://audio.example../a",
            })
    void anythingElseIsRefused(String address) {
        assertThatThrownBy(() -> GUARD.check(address))
                .isInstanceOf(AddressGuard.UnsafeUrlException.class)
                .hasMessageNotContaining("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://192.168.1.1\\@good.example/",
                "https://good.example\\@192.168.1.1/",
                "https://audio.example\\a.mp3",
                "https:\\\\audio.example\\a.mp3",
            })
    @Tag("B67")
    @Tag("B71")
    void aBackslashHidesNoHost(String address) {
        assertRefusedAsOdd(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                " https://audio.example/",
                "https://audio.example/ ",
                "https://audio.example/a b.mp3",
                "https://audio.example/a\tb",
                "https://audio.example/a\r\nX-Key: y",
                "https://audio.example/a\n",
                "ht\ntps://audio.example/",
                "https://au\tdio.example/",
                "https://audio.example/\u0000",
                "https://audio.example/\u007F",
                "https://audio.example/\u0085",
                "https://audio.example/\u00A0",
                "https://audio.example/\u2028",
                "https://audio.example/\u3000",
                "https://audio.example/%00",
                "https://audio.example/?a=%00",
                "https://10.0.0.1%00.audio.example/",
            })
    @Tag("B71")
    void whatIsOddInItIsNotDroppedWithoutAWord(String address) {
        assertRefusedAsOdd(address);
    }

    private static void assertRefusedAsOdd(String address) {
        assertThatThrownBy(() -> GUARD.check(address))
                .isInstanceOf(AddressGuard.UnsafeUrlException.class)
                .hasMessage("it holds a space, a backslash or a control character");
    }

    @Test
    void theProvidersOwnOriginMayBePlain() throws Exception {
        assertThat(GUARD.check("http://127.0.0.1:8080/previews/a.mp3").isHttps())
                .isFalse();
    }

    @Test
    void aRefusalTellsTheHostAndNothingAfterIt() {
        assertThatThrownBy(() -> GUARD.check("http://audio.example/CANARY?signature=CANARY"))
                .hasMessageContaining("http://audio.example")
                .hasMessageNotContaining("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:1/a",
                "http://localhost/a",
                "http://localhost./a",
                "https://localhost:8443/a",
                "http://[::1]:9/a",
                "http://①②⑦.⓪.⓪.①/a"
            })
    void loopbackMayBePlainAndAtAnyPortWhereItIsAllowed(String address) throws Exception {
        assertThat(new AddressGuard(null, true, List.of()).check(address)).isNotNull();
        assertThatThrownBy(() -> GUARD.check(address)).isInstanceOf(AddressGuard.UnsafeUrlException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://127.1/", "https://10.0.0.1/", "https://intranet/", "http://audio.example/"})
    void allowingLoopbackAllowsNothingElse(String address) {
        assertThatThrownBy(() -> new AddressGuard(null, true, List.of()).check(address))
                .isInstanceOf(AddressGuard.UnsafeUrlException.class);
    }
}
