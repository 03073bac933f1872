package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Tls;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.Authenticator;
import okhttp3.Cache;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a customizer sets on the builder: some of it stays, and of the rules nothing is undone. */
class CustomizedClientTest {
    private static final URI FAR = URI.create("https://api.example/v1");
    private static final URI HERE = URI.create("http://127.0.0.1:8080/v1");
    private static final ProviderSettings PLAIN = ProviderSettings.of("a-secret-key");
    private static final InetSocketAddress ELSEWHERE = InetSocketAddress.createUnresolved("elsewhere.example", 3128);
    private static final HandshakeCertificates OTHER_TRUST = new HandshakeCertificates.Builder().build();

    @TempDir
    private Path directory;

    static Stream<Map.Entry<Consumer<OkHttpClient.Builder>, Function<OkHttpClient, Object>>> rules() {
        return Stream.of(
                rule(client -> client.protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)), OkHttpClient::protocols),
                rule(
                        client -> client.connectionSpecs(
                                List.of(ConnectionSpec.COMPATIBLE_TLS, ConnectionSpec.CLEARTEXT)),
                        OkHttpClient::connectionSpecs),
                rule(client -> client.retryOnConnectionFailure(true), OkHttpClient::retryOnConnectionFailure),
                rule(client -> client.followRedirects(true), OkHttpClient::followRedirects),
                rule(client -> client.followSslRedirects(true), OkHttpClient::followSslRedirects),
                rule(client -> client.authenticator(Authenticator.JAVA_NET_AUTHENTICATOR), OkHttpClient::authenticator),
                rule(client -> client.connectTimeout(Duration.ZERO), OkHttpClient::connectTimeoutMillis),
                rule(client -> client.readTimeout(Duration.ZERO), OkHttpClient::readTimeoutMillis),
                rule(client -> client.writeTimeout(Duration.ZERO), OkHttpClient::writeTimeoutMillis),
                rule(client -> client.callTimeout(Duration.ZERO), OkHttpClient::callTimeoutMillis),
                rule(client -> client.proxy(new Proxy(Proxy.Type.HTTP, ELSEWHERE)), OkHttpClient::proxy),
                rule(
                        client -> client.hostnameVerifier((name, session) -> true),
                        client -> client.hostnameVerifier().getClass()),
                rule(
                        client -> client.cookieJar(new FedCookies()),
                        client -> client.cookieJar().getClass()));
    }

    private static Map.Entry<Consumer<OkHttpClient.Builder>, Function<OkHttpClient, Object>> rule(
            Consumer<OkHttpClient.Builder> undoing, Function<OkHttpClient, Object> looking) {
        return Map.entry(undoing, looking);
    }

    @ParameterizedTest
    @MethodSource("rules")
    @Tag("S32")
    void whatIsARuleIsAsItWas(Map.Entry<Consumer<OkHttpClient.Builder>, Function<OkHttpClient, Object>> rule) {
        OkHttpClient.Builder ofTheirOwn = new OkHttpClient.Builder();
        rule.getKey().accept(ofTheirOwn);

        assertThat(rule.getValue().apply(customized(HERE, rule.getKey())))
                .isEqualTo(rule.getValue().apply(client(HERE, PLAIN)))
                .isNotEqualTo(rule.getValue().apply(ofTheirOwn.build()));
    }

    @Test
    @Tag("S32")
    void whoIsTrustedIsNotForACustomizerToSay() {
        OkHttpClient client = customized(
                FAR, any -> any.sslSocketFactory(OTHER_TRUST.sslSocketFactory(), OTHER_TRUST.trustManager()));

        assertThat(client.sslSocketFactory()).isNotSameAs(OTHER_TRUST.sslSocketFactory());
        assertThat(client.x509TrustManager()).isNotSameAs(OTHER_TRUST.trustManager());
        assertThat(client.x509TrustManager().getAcceptedIssuers()).isNotEmpty();
    }

    @Test
    void whoIsTrustedIsForTheSettingsToSay() {
        Tls tls = new Tls(OTHER_TRUST.sslSocketFactory(), OTHER_TRUST.trustManager());
        OkHttpClient client = client(FAR, PLAIN.withTls(tls.sockets(), tls.trust()));

        assertThat(client.sslSocketFactory()).isSameAs(tls.sockets());
        assertThat(client.x509TrustManager()).isSameAs(tls.trust());
        assertThat(client.hostnameVerifier()).hasSameClassAs(client(FAR, PLAIN).hostnameVerifier());
        assertThat(client.connectionSpecs()).containsExactly(ConnectionSpec.RESTRICTED_TLS, ConnectionSpec.CLEARTEXT);
    }

    @Test
    void threadsConnectionsAndCacheOfOthersAreNotTaken() {
        Dispatcher dispatcher = new Dispatcher();
        ConnectionPool pool = new ConnectionPool(5, 5, TimeUnit.MINUTES);
        try (Cache cache = new Cache(directory.toFile(), 1_000_000)) {
            OkHttpClient client = customized(
                    FAR, any -> any.dispatcher(dispatcher).connectionPool(pool).cache(cache));

            assertThat(client.dispatcher()).isNotSameAs(dispatcher);
            assertThat(client.connectionPool()).isNotSameAs(pool);
            assertThat(client.cache()).isNull();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatHurtsNobodyStays() {
        Dns dns = name -> List.of();
        CertificatePinner pins = new CertificatePinner.Builder()
                .add("api.example", "sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .build();
        OkHttpClient client =
                customized(FAR, any -> any.dns(dns).certificatePinner(pins).fastFallback(false));

        assertThat(client.dns()).isSameAs(dns);
        assertThat(client.certificatePinner().getPins()).isEqualTo(pins.getPins());
        assertThat(client.fastFallback()).isFalse();
    }

    @Test
    void aProxyOfTheSettingsWinsOverOneOfACustomizer() {
        Proxy theirs = new Proxy(Proxy.Type.HTTP, ELSEWHERE);
        ProxySelector none = ProxySelector.of(null);
        OkHttpCustomizer customizer = OkHttpCustomizer.of(any -> any.proxy(theirs));

        assertThat(client(FAR, PLAIN.withHttpCustomizer(customizer)).proxy()).isEqualTo(theirs);
        assertThat(client(FAR, PLAIN.withHttpCustomizer(customizer).withHttpProxy("proxy.example", 3128))
                        .proxy()
                        .address())
                .isNotEqualTo(ELSEWHERE);
        OkHttpClient selecting =
                client(FAR, PLAIN.withHttpCustomizer(customizer).withProxySelector(none));
        assertThat(selecting.proxy()).isNull();
        assertThat(selecting.proxySelector()).isSameAs(none);
        assertThat(client(HERE, PLAIN.withProxySelector(none)).proxy()).isEqualTo(Proxy.NO_PROXY);
    }

    private static OkHttpClient customized(URI base, Consumer<OkHttpClient.Builder> change) {
        return client(base, PLAIN.withHttpCustomizer(OkHttpCustomizer.of(change)));
    }

    private static OkHttpClient client(URI base, ProviderSettings settings) {
        return HttpClients.forApi(
                BaseUrl.of("probe", base),
                new ApiKey("probe", settings.apiKey()),
                settings,
                List.of(),
                Clock.systemUTC());
    }

    /** One that has a cookie for everybody. */
    static final class FedCookies implements CookieJar {
        @Override
        public void saveFromResponse(okhttp3.HttpUrl url, List<okhttp3.Cookie> cookies) {}

        @Override
        public List<okhttp3.Cookie> loadForRequest(okhttp3.HttpUrl url) {
            return Optional.ofNullable(okhttp3.Cookie.parse(url, "session=theirs")).stream()
                    .toList();
        }
    }
}
