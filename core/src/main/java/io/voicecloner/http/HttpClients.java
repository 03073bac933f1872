package io.voicecloner.http;

import io.voicecloner.ProviderSettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** The two clients there are: one for a provider's API, one for downloads. Every setting here closes a way to act twice or elsewhere. */
final class HttpClients {
    private HttpClients() {}

    /** Carries the key, sends nothing twice, reads JSON only. */
    static OkHttpClient forApi(
            BaseUrl home, ApiKey key, ProviderSettings settings, List<String> traceHeaders, Clock clock) {
        OkHttpClient.Builder client = careful();
        if (Loopback.isLoopback(home.url().host())) {
            // Plain http may go to this machine only, and a proxy is another one.
            client.proxy(Proxy.NO_PROXY);
        } else {
            settings.httpProxy()
                    .map(address -> new Proxy(
                            Proxy.Type.HTTP, new InetSocketAddress(address.getHostString(), address.getPort())))
                    .ifPresent(client::proxy);
        }
        return client
                // A connection is used once: one that the server closed while idle would lose an answer.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.readTimeout())
                .writeTimeout(settings.writeTimeout())
                .callTimeout(settings.callTimeout())
                .eventListenerFactory(DeliveryListener::of)
                .addInterceptor(new ReplyReader(traceHeaders, clock))
                .addInterceptor(new KeyToItsOrigin(home, key))
                .addInterceptor(new OneShotBodies())
                .addNetworkInterceptor(new HiddenRetryAfter())
                .build();
    }

    /** Carries no key, connects only where the guard allows, never through a proxy, which would hide where to. */
    static OkHttpClient forDownloads(AddressGuard guard) {
        return careful()
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .connectTimeout(Duration.ofSeconds(5))
                .readTimeout(Duration.ofSeconds(20))
                .callTimeout(Duration.ofMinutes(2))
                .proxy(Proxy.NO_PROXY)
                .socketFactory(new GuardedSocketFactory(guard))
                .addNetworkInterceptor(new HiddenRetryAfter())
                .build();
    }

    private static OkHttpClient.Builder careful() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .connectionSpecs(List.of(ConnectionSpec.RESTRICTED_TLS, ConnectionSpec.CLEARTEXT))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null);
    }
}
