package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
                "fa\u00DF.example",
                "FA\u1E9E.example",
                "*.\u03C3\u03BF\u03C6\u03BF\u03C2.example",
                "a\u200Cb.example",
                "a\u200Db.example",
                "a\u1806b.example",
                "a\u2024b.example",
                "\u2488a.example",
            })
    void anythingElseIsNone(String text) {
        assertThat(PreviewHost.parse(text)).isEmpty();
    }

    /** Not {@code fass.example} for {@code fa\u00DF.example}: the two belong to different people. */
    @Test
    void aNameIsNeverReadAsAnotherThanTheOneAnAddressIsReadAs() {
        int alike = 0;
        for (int each = 0x80; each <= 0xFFFF; each++) {
            String written = "a" + (char) each + "b.example";
            Optional<PreviewHost> host = PreviewHost.parse(written);
            HttpUrl address = HttpUrl.parse("https://" + written + "/");
            if (host.isPresent() && address != null) {
                assertThat(host.get().name()).as("U+%04X", each).isEqualTo(address.host());
                alike++;
            }
        }
        assertThat(alike).isGreaterThan(40_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cdn",
                "CDN.example",
                "b\u00FCcher.example",
                "cdn.example.",
                "*.cdn.example",
                "cdn.example:1",
                "10.0.0.1"
            })
    void noneCanBeMadeOfWhatIsNoName(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new PreviewHost(name, true, 443));
    }

    @Test
    void noneCanBeMadeWithAPortThatThereIsNot() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PreviewHost("cdn.example", false, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new PreviewHost("cdn.example", false, 65536));
        assertThatCode(() -> new PreviewHost("cdn.example", false, 65535)).doesNotThrowAnyException();
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
