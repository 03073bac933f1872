package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written for a host that previews may come from. */
@Tag("B74")
class PreviewHostTest {
    @ParameterizedTest
    @CsvSource({
        "cdn.example, cdn.example",
        "' CDN.Example ', cdn.example",
        "cdn.example:443, cdn.example",
        "cdn.example:8443, cdn.example:8443",
        "*.cdn.example, *.cdn.example",
        "*.cdn.example:1, *.cdn.example:1",
        "my_bucket.s3.example:65535, my_bucket.s3.example:65535",
        "bücher.example, xn--bcher-kva.example",
        "xn--bcher-kva.example, xn--bcher-kva.example",
        "10.0.0.1.example, 10.0.0.1.example",
    })
    void aHostIsKeptInItsPlainForm(String text, String plain) {
        PreviewHost host = PreviewHost.parse(text).orElseThrow();
        assertThat(host).hasToString(plain);
        assertThat(PreviewHost.parse(plain)).contains(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.",
                "*.example",
                "*example.org",
                "cdn.*.example",
                "*.*.example",
                "**.example.org",
                "localhost",
                "cdn.example.",
                ".cdn.example",
                "cdn..example",
                "-cdn.example",
                "cdn-.example",
                "cdn.example:",
                "cdn.example:0",
                "cdn.example:65536",
                "cdn.example:-1",
                "cdn.example:*",
                "cdn.example:\u0664\u0664\u0663",
                "https://cdn.example",
                "cdn.example/previews",
                "cdn.example?x",
                "me@cdn.example",
                "cdn.example, audio.example",
                "cdn.example audio.example",
                "cdn%2eexample.org",
                "93.184.216.34",
                "①②⑦.⓪.⓪.①",
                "127.1",
                "[2606:2800::1]",
                "2606:2800::1",
                "cdn.example\r\nX: y",
            })
    void anythingElseIsNone(String text) {
        assertThat(PreviewHost.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "cdn.example, cdn.example, 443, true",
        "cdn.example, cdn.example, 8443, false",
        "cdn.example, a.cdn.example, 443, false",
        "cdn.example, evil-cdn.example, 443, false",
        "cdn.example, cdn.example.org, 443, false",
        "cdn.example:8443, cdn.example, 8443, true",
        "cdn.example:8443, cdn.example, 443, false",
        "*.cdn.example, a.cdn.example, 443, true",
        "*.cdn.example, a.b.cdn.example, 443, true",
        "*.cdn.example, cdn.example, 443, false",
        "*.cdn.example, evilcdn.example, 443, false",
        "*.cdn.example:8443, a.cdn.example, 8443, true",
        "*.cdn.example:8443, a.cdn.example, 443, false",
    })
    void itMeansTheHostOrThoseBelowAtOnePort(String text, String host, int port, boolean meant) {
        assertThat(PreviewHost.parse(text).orElseThrow().names(host, port)).isEqualTo(meant);
    }
}
