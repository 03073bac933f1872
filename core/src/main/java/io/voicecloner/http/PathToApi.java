package io.voicecloner.http;

import io.voicecloner.ProviderSettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.List;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** How an address would be reached if it were the provider's API. */
final class PathToApi {
    private final ProviderSettings settings;

    PathToApi(ProviderSettings settings) {
        this.settings = settings;
    }

    /**
     * The HTTP proxy to an https address; {@link Proxy#NO_PROXY} if there is none, or the selector would rather use none. A SOCKS proxy does
     * not count. Of several that a selector names it is the first, whether or not it can be reached; the API itself tries the others too.
     */
    Proxy proxyTo(HttpUrl url) {
        if (!url.isHttps() || Loopback.isLoopback(url.host())) {
            return Proxy.NO_PROXY;
        }
        InetSocketAddress given = settings.httpProxy().orElse(null);
        return given != null ? new Proxy(Proxy.Type.HTTP, given) : selected(url);
    }

    /** Whether there is one; false where it cannot be said. */
    boolean hasProxyTo(HttpUrl url) {
        try {
            return proxyTo(url).type() == Proxy.Type.HTTP;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Proxy selected(HttpUrl url) {
        ProxySelector selector = settings.proxySelector().orElseGet(PathToApi::ofTheJvm);
        // Without the path and the query: they may be a signature.
        HttpUrl origin = new HttpUrl.Builder()
                .scheme(url.scheme())
                .host(url.host())
                .port(url.port())
                .build();
        List<Proxy> proxies = selector.select(origin.uri());
        return proxies.stream()
                .filter(proxy -> proxy.type() != Proxy.Type.SOCKS)
                .findFirst()
                .orElse(Proxy.NO_PROXY);
    }

    private static ProxySelector ofTheJvm() {
        @Nullable ProxySelector selector = ProxySelector.getDefault();
        return selector == null ? ProxySelector.of(null) : selector;
    }
}
