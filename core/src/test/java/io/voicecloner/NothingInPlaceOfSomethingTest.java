package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Null is refused where it is given, not where it would be used. */
class NothingInPlaceOfSomethingTest {
    @SuppressWarnings("NullAway") // What code that was compiled without our checks may give.
    static Stream<Map.Entry<String, ThrowingCallable>> nulls() {
        AudioSource audio = AudioSource.file(Path.of("me.wav"));
        CloneRequest request = CloneRequest.of(audio);
        ProviderSettings settings = ProviderSettings.of("long-enough");
        return Stream.of(
                Map.entry("api key", () -> ProviderSettings.of((String) null)),
                Map.entry("api key supplier", () -> ProviderSettings.of((Supplier<String>) null)),
                Map.entry("base URL", () -> settings.withBaseUrl(null)),
                Map.entry("option", () -> settings.withOption("group-id", null)),
                Map.entry("connect timeout", () -> settings.withConnectTimeout(null)),
                Map.entry("call timeout", () -> settings.withCallTimeout(null)),
                Map.entry("proxy selector", () -> settings.withProxySelector(null)),
                Map.entry(
                        "trust manager",
                        () -> settings.withTls((SSLSocketFactory) SSLSocketFactory.getDefault(), null)),
                Map.entry("executor", () -> settings.withExecutor(null)),
                Map.entry("HTTP customizer", () -> settings.withHttpCustomizer(null)),
                Map.entry("preview host", () -> settings.withPreviewHosts((String) null)),
                Map.entry("voice id", () -> request.withVoiceId(null)),
                Map.entry("preview text", () -> request.withPreview(null)),
                Map.entry("preview model", () -> request.withPreview("Hello.", null)),
                Map.entry("prompt text", () -> request.withPrompt(audio, null)),
                Map.entry("prompt audio", () -> request.withPrompt(null, "Words.")),
                Map.entry("language", () -> request.withLanguage(null)),
                Map.entry("consent", () -> request.withConsent(null)),
                Map.entry("consent check", () -> VoiceCloners.builder().consentCheck(null)),
                Map.entry("audio", () -> CloneRequest.of(null)),
                Map.entry("file", () -> AudioSource.file(null)),
                Map.entry("bytes", () -> AudioSource.bytes(null)),
                Map.entry("stream", () -> AudioSource.read(null)),
                Map.entry("URL", () -> AudioSource.url(null)));
    }

    @ParameterizedTest
    @MethodSource("nulls")
    @Tag("B01")
    @Tag("B06")
    @Tag("B16")
    @Tag("B23")
    @Tag("B32")
    @Tag("B33")
    @Tag("B40")
    @Tag("B45")
    @Tag("B80")
    @Tag("S34")
    void nullIsRefusedWhereItIsGiven(Map.Entry<String, ThrowingCallable> given) {
        assertThatThrownBy(given.getValue()).isInstanceOf(NullPointerException.class);
    }
}
