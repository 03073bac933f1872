package io.voicecloner.http;

import io.voicecloner.ProviderSettings;
import io.voicecloner.Tls;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** The two clients there are: one for a provider's API, one for downloads. Every setting here closes a way to act twice or elsewhere. */
final class HttpClients {
    private HttpClients() {}

    /** Carries the key, sends nothing twice, reads JSON only; whatever the customizer of the settings thinks of that. */
    static OkHttpClient forApi(
            BaseUrl home, ApiKey key, ProviderSettings settings, List<String> traceHeaders, Clock clock) {
        OkHttpClient plain = secured(new OkHttpClient.Builder(), settings.tls()).build();
        OkHttpClient.Builder offered = ruled(plain.newBuilder(), plain, home, settings);
        settings.httpCustomizer()
                .map(given -> OkHttpCustomizer.in(key.provider(), given))
                .ifPresent(customizer -> customizer.customize(offered));
        OkHttpClient asked = offered.build();
        OkHttpClient.Builder client = ruled(asked.newBuilder(), plain, home, settings)
                .proxyAuthenticator(new TunnelsOnly(asked.proxyAuthenticator()))
                .socketFactory(CountedSockets.inPlaceOf(asked.socketFactory()))
                .eventListenerFactory(call -> DeliveryListener.of(call)
                        .plus(asked.eventListenerFactory().create(call)));
        client.interceptors().clear();
        client.addInterceptor(new AnswerThatCame());
        asked.interceptors().forEach(client::addInterceptor);
        client.addInterceptor(new SameTerms())
                .addInterceptor(new ReplyReader(traceHeaders, clock))
                .addInterceptor(new KeyToItsOrigin(home, key))
                .addInterceptor(new OneShotBodies());
        client.networkInterceptors().clear();
        client.addNetworkInterceptor(new HiddenRetryAfter());
        asked.networkInterceptors().forEach(client::addNetworkInterceptor);
        return client.addNetworkInterceptor(new OnceOnTheWire()).build();
    }

    /** What no customizer may undo: laid on before it, for it to see, and again after it. */
    private static OkHttpClient.Builder ruled(
            OkHttpClient.Builder client, OkHttpClient plain, BaseUrl home, ProviderSettings settings) {
        if (Loopback.isLoopback(home.url().host())) {
            // Plain http may go to this machine only, and a proxy is another one.
            client.proxy(Proxy.NO_PROXY);
        } else {
            settings.httpProxy()
                    .map(address -> new Proxy(
                            Proxy.Type.HTTP, new InetSocketAddress(address.getHostString(), address.getPort())))
                    .ifPresent(client::proxy);
            settings.proxySelector().ifPresent(selector -> client.proxy(null).proxySelector(selector));
        }
        return careful(client)
                .sslSocketFactory(plain.sslSocketFactory(), plain.x509TrustManager())
                .hostnameVerifier(plain.hostnameVerifier())
                .authenticator(Authenticator.NONE)
                .dispatcher(new Dispatcher())
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.writeTimeout())
                .callTimeout(settings.callTimeout());
    }

    /** Carries no key, connects only where the judge allows, and not through a proxy, which would hide where to. */
    static OkHttpClient forDownloads(GuardedSocketFactory.Judge judge) {
        return careful(new OkHttpClient.Builder())
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofMinutes(2))
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new GuardedSocketFactory(judge))
                .addNetworkInterceptor(new HiddenRetryAfter())
                .build();
    }

    /** Secured as the settings say, or else by what the JVM trusts. */
    static OkHttpClient.Builder secured(OkHttpClient.Builder client, Optional<Tls> tls) {
        tls.ifPresent(given -> client.sslSocketFactory(given.sockets(), given.trust()));
        return client;
    }

    private static OkHttpClient.Builder careful(OkHttpClient.Builder client) {
        return client
                // A connection is used once: one that the server closed while idle would lose an answer.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS, ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null);
    }
}
