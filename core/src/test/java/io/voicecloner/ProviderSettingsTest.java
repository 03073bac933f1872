package io.voicecloner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How one provider is reached: values that change only by copy, and print no secret. */
class ProviderSettingsTest {
    private static final ProviderSettings PLAIN = ProviderSettings.of("sk-CANARY");

    private static final ProxySelector PROXIES = ProxySelector.of(null);
    private static final SSLSocketFactory SOCKETS = (SSLSocketFactory) SSLSocketFactory.getDefault();
    private static final X509TrustManager TRUST = mock(X509TrustManager.class, "CANARY");
    private static final Executor THREADS = mock(Executor.class, "CANARY");
    private static final HttpCustomizer CUSTOMIZER = mock(HttpCustomizer.class, "CANARY");

    static Stream<UnaryOperator<ProviderSettings>> changes() {
        return Stream.of(
                settings -> settings.withBaseUrl(URI.create("https://user:CANARY@api.example/CANARY?x=CANARY")),
                settings -> settings.withAccount("team-a"),
                settings -> settings.withOption("token", "CANARY"),
                settings -> settings.withConnectTimeout(Duration.ofSeconds(1)),
                settings -> settings.withReadTimeout(Duration.ofSeconds(2)),
                settings -> settings.withWriteTimeout(Duration.ofSeconds(3)),
                settings -> settings.withCallTimeout(Duration.ofSeconds(4)),
                settings -> settings.withDeadline(Duration.ofSeconds(5)),
                settings -> settings.withMaxAudioBytes(6),
                settings -> settings.withVoiceIdPrefix("mine-"),
                settings -> settings.withProxySelector(PROXIES),
                settings -> settings.withTls(SOCKETS, TRUST),
                settings -> settings.withExecutor(THREADS),
                settings -> settings.withHttpCustomizer(CUSTOMIZER),
                settings -> settings.withPreviewHosts("cdn.example", "*.audio.example:8443"),
                settings -> settings.withRetryAmbiguousSpeech(false),
                settings -> settings.withLoopbackAllowed(true));
    }

    static Stream<BiFunction<ProviderSettings, Duration, ProviderSettings>> limits() {
        return Stream.of(
                ProviderSettings::withConnectTimeout,
                ProviderSettings::withReadTimeout,
                ProviderSettings::withWriteTimeout,
                ProviderSettings::withCallTimeout,
                ProviderSettings::withDeadline);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedCopyLeavesTheOriginalAlone(UnaryOperator<ProviderSettings> change) {
        String before = PLAIN.toString();
        ProviderSettings changed = change.apply(PLAIN);
        assertThat(changed).usingRecursiveComparison().isNotEqualTo(PLAIN);
        assertThat(PLAIN).hasToString(before);
        assertThat(PLAIN.options()).isEmpty();
        assertThat(changed.apiKey()).isSameAs(PLAIN.apiKey());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangedCopyKeepsWhatWasSetBefore(UnaryOperator<ProviderSettings> change) {
        ProviderSettings all = changes().reduce(PLAIN, (settings, each) -> each.apply(settings), (a, b) -> b);
        assertThat(change.apply(all)).usingRecursiveComparison().isEqualTo(all);
        assertThat(all.toString()).doesNotContain("CANARY").contains("host=api.example", "options=[token]");
    }

    @ParameterizedTest
    @MethodSource("limits")
    @Tag("B16")
    void aTimeLimitIsAMillisecondToADay(BiFunction<ProviderSettings, Duration, ProviderSettings> limit) {
        assertThat(limit.apply(PLAIN, Duration.ofMillis(1))).isNotNull();
        assertThat(limit.apply(PLAIN, Duration.ofDays(1))).isNotNull();
        for (Duration wrong : new Duration[] {
            Duration.ZERO,
            Duration.ofSeconds(-1),
            Duration.ofNanos(999_999),
            Duration.ofDays(1).plusNanos(1)
        }) {
            assertThatThrownBy(() -> limit.apply(PLAIN, wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void anAudioLimitIsAtLeastOneByte(long bytes) {
        assertThatThrownBy(() -> PLAIN.withMaxAudioBytes(bytes)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofAProxyAndASelectorTheLastOneCounts() {
        ProviderSettings proxied = PLAIN.withProxySelector(PROXIES).withHttpProxy("proxy.example", 3128);
        assertThat(proxied.proxySelector()).isEmpty();
        assertThat(proxied.httpProxy()).isPresent();

        ProviderSettings selecting = proxied.withProxySelector(PROXIES);
        assertThat(selecting.proxySelector()).containsSame(PROXIES);
        assertThat(selecting.httpProxy()).isEmpty();
    }

    @Test
    @Tag("S34")
    void socketsComeWithTheTrustTheyWereMadeWith() {
        assertThat(PLAIN.withTls(SOCKETS, TRUST).tls()).contains(new Tls(SOCKETS, TRUST));
        assertThat(PLAIN.tls()).isEmpty();
    }

    @Test
    @Tag("B74")
    void previewHostsTakeThePlaceOfThoseBeforeAndAreHosts() {
        ProviderSettings settings =
                PLAIN.withPreviewHosts("a.example").withPreviewHosts("B.example", "*.c.example:8443");
        assertThat(settings.previewHosts()).map(PreviewHost::toString).containsExactly("b.example", "*.c.example:8443");
        assertThat(settings.withPreviewHosts().previewHosts()).isEmpty();
        assertThatThrownBy(() -> settings.withPreviewHosts("a.example", "https://CANARY.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("CANARY");
        assertThatThrownBy(() -> settings.withPreviewHosts("fa\u00DF.example"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("xn--");
        assertThatThrownBy(() -> settings.previewHosts().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void optionsAddUpAndCannotBeChangedFromOutside() {
        ProviderSettings settings =
                PLAIN.withOption("a", "1").withOption("b", "2").withOption("a", "3");
        assertThat(settings.options()).containsEntry("a", "3").containsEntry("b", "2");
        assertThat(settings.option("c")).isEmpty();
        assertThatThrownBy(() -> settings.options().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
