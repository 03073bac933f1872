package io.voicecloner.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ProviderSettings;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recordings on the web, of which only the address can be judged here. */
class UrlSourceTest {
    private static final ProviderSettings LOOPBACK_ALLOWED =
            ProviderSettings.of("long-enough").withLoopbackAllowed(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://audio.example/me.mp3",
                "HTTPS://audio.example/me.mp3",
                "https://audio.example/a/b?signature=x%2Fy#part",
                "https://audio.example:443/me.mp3",
                "https://93.184.216.34/me.mp3",
            })
    @Tag("B79")
    @Tag("S8")
    void anHttpsAddressPassesWhateverTheProviderTakes(String url) {
        assertThat(Checks.forUrls().check(request(url)).audio()).isEmpty();
        assertThat(Checks.forFiles().check(request(url)).audio()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://audio.example/me.mp3, not-https",
        "ftp://audio.example/me.mp3, not-https",
        "file:///etc/passwd, not-https",
        "'data:audio/mp3;base64,AAAA', not-https",
        "jar:file:/a.jar!/b, not-https",
        "/me.mp3, not-https",
        "me.mp3, not-https",
        "https:///me.mp3, not-https",
        "https://user:pw@audio.example/me.mp3, user-in-url",
        "https://user@audio.example/me.mp3, user-in-url",
        "https://localhost/me.mp3, unreachable",
        "https://127.0.0.1/me.mp3, unreachable",
        "https://127.99.0.1/me.mp3, unreachable",
        "'https://[::1]/me.mp3', unreachable",
        "'https://[0:0:0:0:0:0:0:1]/me.mp3', unreachable",
        "'https://[::ffff:127.0.0.1]/me.mp3', unreachable",
        "https://10.0.0.1/me.mp3, unreachable",
        "https://127.1/me.mp3, not-https",
        "https://2130706433/me.mp3, unreachable",
        "https://0x7f000001/me.mp3, unreachable",
        "'https://[fd00::1]/me.mp3', unreachable",
        "'https://[::ffff:10.0.0.1]/me.mp3', unreachable",
        "https://intranet/me.mp3, unreachable",
        "https://x.local/me.mp3, unreachable",
        "https://metadata.google.internal/me.mp3, unreachable",
        "http://localhost/me.mp3, not-https",
        "http://127.0.0.1/me.mp3, not-https",
    })
    @Tag("B76")
    @Tag("B77")
    @Tag("S8")
    void anyOtherAddressIsRefused(String url, String rule) {
        assertThat(Checks.forUrls().rules(request(url))).containsExactly("audio: " + rule);
        assertThat(Checks.forFiles().rules(request(url))).containsExactly("audio: " + rule);
    }

    @Test
    @Tag("S19")
    void halfASurrogatePairInAnAddressWouldBeAnotherAddress() {
        assertThat(Checks.forUrls().rules(request("https://audio.example/a\uD83Cb.mp3")))
                .containsExactly("audio: not-unicode");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://127.0.0.1:8080/a.mp3", "http://localhost/a.mp3", "http://[::1]/a", "https://localhost/a"
            })
    void loopbackPassesWhereItIsAllowed(String url) {
        assertThat(Checks.forUrls().with(LOOPBACK_ALLOWED).warnings(request(url)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://audio.example/a.mp3",
                "http://127.0.0.1.audio.example/a.mp3",
                "http://localhost.audio.example/a.mp3",
                "http://10.0.0.1/a.mp3",
                "http://127.0.0.999/a.mp3",
            })
    void allowingLoopbackAllowsNothingElse(String url) {
        assertThat(Checks.forUrls().with(LOOPBACK_ALLOWED).rules(request(url))).containsExactly("audio: not-https");
    }

    /** It is not fetched by us where the provider takes it; where we fetch, the guard lets us go to no other port. */
    @Test
    @Tag("B69")
    @Tag("S8")
    void anotherPortIsTheProvidersToReachAndNotOurs() {
        CloneRequest elsewhere = request("https://audio.example:8443/me.mp3");
        assertThat(Checks.forUrls().check(elsewhere).audio()).isEmpty();
        assertThat(Checks.forFiles().rules(elsewhere)).containsExactly("audio: port");

        ProviderSettings gateway =
                ProviderSettings.of("long-enough").withBaseUrl(URI.create("https://audio.example:8443/v1"));
        assertThat(Checks.forFiles().with(gateway).check(elsewhere).audio()).isEmpty();
        assertThat(Checks.forFiles().with(gateway).rules(request("https://audio.example:9443/me.mp3")))
                .containsExactly("audio: port");
        assertThat(Checks.forFiles().with(LOOPBACK_ALLOWED).warnings(request("http://127.0.0.1:8080/a.mp3")))
                .isEmpty();
    }

    @Test
    void thePromptIsJudgedLikeTheRecording() {
        CloneRequest request = request("https://audio.example/a.mp3")
                .withPrompt(AudioSource.url(URI.create("http://audio.example/b.mp3")), "Words.");
        assertThat(Checks.forUrls().rules(request)).containsExactly("promptAudio: not-https");
    }

    @Test
    @Tag("B80")
    @Tag("S8")
    void aPromptOnTheWebNeedsItsWordsToo() {
        CloneRequest request = request("https://audio.example/a.mp3")
                .withPrompt(AudioSource.url(URI.create("https://audio.example/b.mp3")), "");
        assertThat(Checks.forUrls().rules(request)).containsExactly("promptText: empty");
    }

    @Test
    @Tag("B79")
    @Tag("S8")
    void aLocalRecordingNeedsAnAudioHostWhereOnlyUrlsAreTaken() {
        assertThat(Checks.forUrls().rules(Checks.GOOD)).containsExactly("audio: no-audio-host");
        assertThat(Checks.forUrls().withAudioHost().check(Checks.GOOD).audio()).isPresent();
    }

    @Test
    void noMessageQuotesTheSignatureOfAUrl() {
        CloneRequest request = request("http://audio.example/CANARY?signature=CANARY");
        assertThat(Checks.forUrls().failure(request)).hasMessageNotContaining("CANARY");
    }

    private static CloneRequest request(String url) {
        return CloneRequest.of(AudioSource.url(URI.create(url)));
    }
}
