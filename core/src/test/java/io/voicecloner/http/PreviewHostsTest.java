package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.DownloadException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Previews from hosts that were named, and from no others. */
class PreviewHostsTest {
    private static final String PUBLIC = "93.184.216.34";
    private static final String[] NAMED = {"cdn.example", "*.audio.example", "ports.example:8443"};

    private final NoNetwork network = new NoNetwork()
            .with("cdn.example", PUBLIC)
            .with("eu.audio.example", PUBLIC)
            .with("a.eu.audio.example", PUBLIC)
            .with("ports.example", PUBLIC);

    @ParameterizedTest
    @CsvSource({
        "https://cdn.example/a.mp3, 443",
        "https://CDN.example./a.mp3, 443",
        "https://eu.audio.example/a.mp3, 443",
        "https://a.eu.audio.example/a.mp3, 443",
        "https://ports.example:8443/a.mp3, 8443",
    })
    @Tag("B69")
    @Tag("B73")
    @Tag("B74")
    void aHostThatWasNamedIsConnectedToAtItsPort(String address, int port) {
        assertThat(failure(address, Step.DOWNLOAD).reason()).isEqualTo(Reason.CONNECT);
        assertThat(network.reached()).containsExactly(PUBLIC + ':' + port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/a.mp3",
                "https://cdn.example.other.example/a.mp3",
                "https://evil-cdn.example/a.mp3",
                "https://eu.cdn.example/a.mp3",
                "https://audio.example/a.mp3",
                "https://evilaudio.example/a.mp3",
                "https://cdn.example:8443/a.mp3",
                "https://eu.audio.example:8443/a.mp3",
                "https://ports.example/a.mp3",
                "https://ports.example:8444/a.mp3",
                "https://93.184.216.34/a.mp3",
                "http://cdn.example/a.mp3",
                "http://cdn.example:443/a.mp3",
            })
    @Tag("B69")
    @Tag("B74")
    void anyOtherIsNotEvenLookedUp(String address) {
        DownloadException failure = failure(address, Step.DOWNLOAD);

        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(failure.hint().orElseThrow()).contains("preview-hosts");
        assertThat(network.lookups()).isEmpty();
        assertThat(network.reached()).isEmpty();
    }

    @Test
    @Tag("B74")
    void aNameOpensNothingThatIsNotPublic() {
        network.with("cdn.example", "10.0.0.1").with("ports.example", PUBLIC, "127.0.0.1");

        assertThat(failure("https://cdn.example/a.mp3", Step.DOWNLOAD).reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(failure("https://ports.example:8443/a.mp3", Step.DOWNLOAD).reason())
                .isEqualTo(Reason.UNSAFE_URL);
        assertThat(network.reached()).isEmpty();
    }

    @Test
    @Tag("B74")
    void aRecordingMayLieAnywhereInPublicAndAtNoOtherPort() {
        network.with("other.example", PUBLIC);

        assertThat(failure("https://other.example/me.mp3", Step.FETCH).reason()).isEqualTo(Reason.CONNECT);
        assertThat(failure("https://ports.example:8443/me.mp3", Step.FETCH).reason())
                .isEqualTo(Reason.UNSAFE_URL);
        assertThat(network.reached()).containsExactly(PUBLIC + ":443");
    }

    @Test
    @Tag("B74")
    void theProvidersOwnOriginNeedsNoNameAtItsOwnPort() {
        // Where the API is, is nobody's choice but the operator's: it need not be public.
        network.with("api.example", "10.0.0.1");

        assertThat(failure("https://api.example:9443/previews/a.mp3", Step.DOWNLOAD)
                        .reason())
                .isEqualTo(Reason.CONNECT);
        assertThat(failure("https://api.example/previews/a.mp3", Step.DOWNLOAD).reason())
                .isEqualTo(Reason.UNSAFE_URL);
        assertThat(network.reached()).containsExactly("10.0.0.1:9443");
    }

    @Test
    @Tag("B74")
    @Tag("S5")
    void anotherNameForTheProvidersAddressIsNotItsOrigin() {
        network.with("cdn.example", "10.0.0.1").with("api.example", "10.0.0.1");

        assertThat(failure("https://cdn.example/a.mp3", Step.DOWNLOAD).reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(network.reached()).isEmpty();
    }

    @Test
    @Tag("B74")
    void loopbackThatIsAllowedNeedsNoName() throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            server.then(ScriptedServer.answer("200 OK", "Content-Type: audio/mpeg\r\n", "ID3 sound"));
            ProviderSettings settings =
                    ProviderSettings.of("").withLoopbackAllowed(true).withPreviewHosts(NAMED);
            assertThat(download(server.uri("/a.mp3"), Step.DOWNLOAD, settings)).isEqualTo(9);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cdn.corp",
                "x.home.arpa",
                "y.localhost",
                "*.corp.internal",
                "printer.local:8443",
                "127.0.0.0x1",
            })
    @Tag("B74")
    void whatTheConfigurationWouldRefuseIsRefusedFromCodeTooBeforeAnythingIsFetched(String entry) {
        ProviderSettings settings = ProviderSettings.of("").withPreviewHosts("cdn.example", entry);
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class,
                () -> download(URI.create("https://cdn.example/a.mp3"), Step.DOWNLOAD, settings));
        assertThat(refused.violations())
                .singleElement()
                .satisfies(violation -> assertThat(violation.field()).isEqualTo("config.preview-hosts"));
        assertThat(network.reached()).isEmpty();
    }

    private DownloadException failure(String address, Step step) {
        ProviderSettings settings = ProviderSettings.of("").withAttempts(1).withPreviewHosts(NAMED);
        return catchThrowableOfType(DownloadException.class, () -> download(URI.create(address), step, settings));
    }

    private long download(URI address, Step step, ProviderSettings settings) {
        VirtualTime time = new VirtualTime();
        URI home = URI.create("https://api.example:9443/v1/");
        try (GuardedDownloader downloader =
                new GuardedDownloader(home, settings, new ProviderContext(time.clock(), time), network::wire)) {
            CallScope scope = CallScope.of("fake", Duration.ofMinutes(1), null, null, time);
            return downloader.download(address, step, 1_000, scope, OutputStream::nullOutputStream);
        }
    }
}
