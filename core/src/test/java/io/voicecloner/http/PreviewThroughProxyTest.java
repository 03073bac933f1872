package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.DownloadException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy hides where a connection ends: it is used for the hosts that were named, and for no others. */
@Tag("S7")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PreviewThroughProxyTest {
    private static final URI PREVIEW = URI.create("https://cdn.example/a.mp3?signature=CANARY");
    private static final HeldCertificate FAR_AWAY = new HeldCertificate.Builder()
            .addSubjectAlternativeName("cdn.example")
            .build();

    private final NoNetwork network = new NoNetwork().with("cdn.example", "93.184.216.34");
    private ScriptedServer proxy;

    @BeforeEach
    void start() throws Exception {
        proxy = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        proxy.close();
    }

    @Test
    void aHostThatWasNamedIsReachedThroughATunnel() {
        proxy.then(tunnelTo(sound()));

        assertThat(download(PREVIEW, Step.DOWNLOAD, proxied().withPreviewHosts("cdn.example")))
                .isEqualTo(9);

        assertThat(proxy.heads().get(0)).startsWith("CONNECT cdn.example:443 ").doesNotContain("CANARY");
        assertThat(proxy.heads().get(1)).startsWith("GET /a.mp3?signature=CANARY ");
        assertThat(network.lookups()).isEmpty();
        assertThat(network.reached()).containsExactly("127.0.0.1:" + proxy.port());
    }

    @Test
    void soItIsAtThePortThatWasNamedWithIt() {
        proxy.then(tunnelTo(sound()));

        URI preview = URI.create("https://cdn.example:8443/a.mp3");
        assertThat(download(preview, Step.DOWNLOAD, proxied().withPreviewHosts("cdn.example", "cdn.example:8443")))
                .isEqualTo(9);

        assertThat(proxy.heads().get(0)).startsWith("CONNECT cdn.example:8443 ");
    }

    @Test
    void withoutNamesEveryHostIsReachedPastTheProxyAndTheFailureNamesTheSetting() {
        DownloadException failure = failure(PREVIEW, Step.DOWNLOAD, proxied());

        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(failure.hint().orElseThrow())
                .contains("preview-hosts", "cdn.example")
                .doesNotContain("CANARY");
        assertThat(network.reached()).containsExactly("93.184.216.34:443");
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void aNameThatDoesNotResolveHereMayResolveAtTheProxy() {
        URI preview = URI.create("https://elsewhere.example/a.mp3");
        DownloadException failure = failure(preview, Step.DOWNLOAD, proxied());

        assertThat(failure.reason()).isEqualTo(Reason.DNS);
        assertThat(failure.hint().orElseThrow()).contains("preview-hosts", "elsewhere.example");
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void withoutAProxyNobodyIsSentToTheSetting() {
        ProviderSettings direct = ProviderSettings.of("").withAttempts(1).withProxySelector(ProxySelector.of(null));

        assertThat(failure(PREVIEW, Step.DOWNLOAD, direct).hint()).isEmpty();
        assertThat(failure(PREVIEW, Step.DOWNLOAD, direct.withPreviewHosts("cdn.example"))
                        .hint())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/a.mp3",
                "https://10.0.0.1/a.mp3",
                "https://metadata.google.internal/a.mp3",
                "https://intranet/a.mp3",
                "http://cdn.example/a.mp3",
                "https://cdn.example:8443/a.mp3",
            })
    void noOtherHostIsAskedOfIt(String address) {
        DownloadException failure =
                failure(URI.create(address), Step.DOWNLOAD, proxied().withPreviewHosts("cdn.example"));

        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(proxy.connections()).isZero();
        assertThat(network.lookups()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://other.example/a", "https://10.0.0.1/a", "http://cdn.example/a", "//intranet/a"})
    @Tag("S6")
    void aRedirectFromInsideTheTunnelIsHeldToTheSame(String location) {
        proxy.then(tunnelTo(ScriptedServer.answer("302 Found", "Location: " + location + "\r\n", "")));

        DownloadException failure = failure(PREVIEW, Step.DOWNLOAD, proxied().withPreviewHosts("cdn.example"));

        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(proxy.connections()).isEqualTo(1);
        assertThat(network.lookups()).isEmpty();
    }

    @Test
    void aRecordingIsNeverFetchedThroughIt() {
        DownloadException failure = failure(PREVIEW, Step.FETCH, proxied().withPreviewHosts("cdn.example"));

        assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
        assertThat(failure.hint().orElseThrow()).contains("past the proxy");
        assertThat(network.reached()).containsExactly("93.184.216.34:443");
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void aProxyThatLetsNobodyThroughIsAskedOnceForEachAttemptAndToldNothing() {
        proxy.then(ScriptedServer.answer("407 Proxy Authentication Required", "Proxy-Authenticate: Basic\r\n", ""));

        DownloadException failure = failure(PREVIEW, Step.DOWNLOAD, proxied().withPreviewHosts("cdn.example"));

        assertThat(failure.hint().orElseThrow()).contains("password");
        assertThat(proxy.heads()).singleElement().asString().doesNotContain("CANARY", "Proxy-Authorization");
    }

    @Test
    void aCertificateOfAnotherNameIsNotTrustedBecauseAProxyStandsBetween() {
        proxy.then(tunnelTo(sound()));
        URI preview = URI.create("https://other.example/a.mp3");

        DownloadException failure = failure(preview, Step.DOWNLOAD, proxied().withPreviewHosts("other.example"));

        assertThat(failure.reason()).isEqualTo(Reason.CERTIFICATE);
    }

    @Test
    void aSelectorIsAskedAndLearnsTheHostOnly() {
        proxy.then(tunnelTo(sound()));
        Selector selector = new Selector(
                new Proxy(Proxy.Type.HTTP, new InetSocketAddress(FaultyNetwork.loopback(1), proxy.port())));

        assertThat(download(PREVIEW, Step.DOWNLOAD, selecting(selector))).isEqualTo(9);

        assertThat(selector.asked).containsExactly(URI.create("https://cdn.example/"));
    }

    @Test
    void aSocksProxyIsNoneAndTheGuardSeesWhereItGoes() {
        Selector selector = new Selector(
                new Proxy(Proxy.Type.SOCKS, new InetSocketAddress(FaultyNetwork.loopback(1), proxy.port())));

        assertThat(failure(PREVIEW, Step.DOWNLOAD, selecting(selector)).reason())
                .isEqualTo(Reason.CONNECT);

        assertThat(network.reached()).containsExactly("93.184.216.34:443");
        assertThat(proxy.connections()).isZero();
    }

    @Test
    void ofSeveralTheFirstThatIsAnHttpProxyIsTaken() {
        proxy.then(tunnelTo(sound()));
        InetSocketAddress address = new InetSocketAddress(FaultyNetwork.loopback(1), proxy.port());
        Selector selector = new Selector(new Proxy(Proxy.Type.SOCKS, address), new Proxy(Proxy.Type.HTTP, address));

        assertThat(download(PREVIEW, Step.DOWNLOAD, selecting(selector))).isEqualTo(9);

        assertThat(proxy.heads().get(0)).startsWith("CONNECT cdn.example:443 ");
    }

    @Test
    void whereTheSelectorSaysDirectlyTheGuardSeesWhereItGoes() {
        network.with("cdn.example", "10.0.0.1");

        DownloadException failure = failure(PREVIEW, Step.DOWNLOAD, selecting(new Selector(Proxy.NO_PROXY)));

        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(network.reached()).isEmpty();
    }

    @Test
    void aSelectorThatThrowsCostsTheDownloadAndNothingMore() {
        DownloadException failure = failure(PREVIEW, Step.DOWNLOAD, selecting(new Selector()));

        assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE);
        assertThat(network.reached()).isEmpty();
    }

    @Test
    void thisMachineIsReachedWithoutIt() throws Exception {
        try (ScriptedServer server = new ScriptedServer().then(sound())) {
            ProviderSettings settings = proxied().withLoopbackAllowed(true).withPreviewHosts("cdn.example");
            assertThat(download(server.uri("/a.mp3"), Step.DOWNLOAD, settings)).isEqualTo(9);
        }
        assertThat(proxy.connections()).isZero();
    }

    private ProviderSettings proxied() {
        return ProviderSettings.of("").withAttempts(1).withHttpProxy("127.0.0.1", proxy.port());
    }

    private static ProviderSettings selecting(ProxySelector selector) {
        return ProviderSettings.of("")
                .withAttempts(1)
                .withProxySelector(selector)
                .withPreviewHosts("cdn.example");
    }

    private static ScriptedServer.Behaviour sound() {
        return ScriptedServer.answer("200 OK", "Content-Type: audio/mpeg\r\n", "ID3 sound");
    }

    private static ScriptedServer.Behaviour tunnelTo(ScriptedServer.Behaviour far) {
        return conversation -> {
            conversation.readHead();
            conversation.write("HTTP/1.1 200 Connected\r\n\r\n");
            HandshakeCertificates own = new HandshakeCertificates.Builder()
                    .heldCertificate(FAR_AWAY)
                    .build();
            ScriptedServer.Conversation secure = conversation.secured(own.sslContext());
            far.on(secure);
            secure.waitForClientToGo();
        };
    }

    private OkHttpClient wire(OkHttpClient client) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(FAR_AWAY.certificate())
                .build();
        return network.wire(client)
                .newBuilder()
                .sslSocketFactory(trust.sslSocketFactory(), trust.trustManager())
                .build();
    }

    private long download(URI address, Step step, ProviderSettings settings) {
        VirtualTime time = new VirtualTime();
        try (GuardedDownloader downloader =
                new GuardedDownloader(null, settings, new ProviderContext(time.clock(), time), this::wire)) {
            CallScope scope = CallScope.of("fake", Duration.ofMinutes(1), null, null, time);
            return downloader.download(address, step, 1_000, scope, OutputStream::nullOutputStream);
        }
    }

    private DownloadException failure(URI address, Step step, ProviderSettings settings) {
        DownloadException failure =
                catchThrowableOfType(DownloadException.class, () -> download(address, step, settings));
        assertThat(failure).as("the download must fail").isNotNull();
        return failure;
    }

    /** Says always the same, or throws if there is nothing to say; and writes down what it was asked. */
    private static final class Selector extends ProxySelector {
        private final List<URI> asked = new CopyOnWriteArrayList<>();
        private final List<Proxy> proxies;

        Selector(Proxy... proxies) {
            this.proxies = List.of(proxies);
        }

        @Override
        public List<Proxy> select(URI address) {
            asked.add(address);
            if (proxies.isEmpty()) {
                throw new IllegalStateException("no idea");
            }
            return proxies;
        }

        @Override
        public void connectFailed(URI address, SocketAddress proxyAddress, IOException failure) {}
    }
}
