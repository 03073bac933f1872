package io.voicecloner.http;

import io.voicecloner.ProviderSettings;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.function.UnaryOperator;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** The clients that downloads are made with. Which one it is decides what a connection may lead to. */
final class DownloadClients implements AutoCloseable {
    private final AddressGuard guard;
    private final UnaryOperator<OkHttpClient> wiring;
    private final OkHttpClient toAnybody;
    private final @Nullable OkHttpClient toHome;

    /** @param wiring puts another network in place: tests say where names lead */
    DownloadClients(AddressGuard guard, ProviderSettings settings, UnaryOperator<OkHttpClient> wiring) {
        this.guard = guard;
        this.wiring = wiring;
        OkHttpClient free = wiring.apply(HttpClients.forDownloads((address, port) -> guard.check(address)));
        this.toAnybody =
                free.newBuilder().dns(new GuardedDns(guard, free.dns())).build();
        HttpUrl home = guard.home();
        this.toHome = home == null ? null : at(home, settings);
    }

    /** Home is where the API is, wherever that may be; a certificate of the caller's own is for it alone, as is whom it trusts. */
    private OkHttpClient at(HttpUrl home, ProviderSettings settings) {
        OkHttpClient client = wiring.apply(HttpClients.forDownloads((address, port) -> requirePort(home.port(), port)));
        return HttpClients.secured(client.newBuilder(), settings.tls())
                .dispatcher(toAnybody.dispatcher())
                .build();
    }

    /** What goes straight to an address that passed the guard. */
    OkHttpClient straightTo(HttpUrl url) {
        return toHome != null && guard.isHome(url) ? toHome : toAnybody;
    }

    /** What goes to that proxy and nowhere else, and asks it for a tunnel. Where that ends is the proxy's to see. */
    OkHttpClient through(Proxy proxy, HttpUrl url) {
        int proxyPort = ((InetSocketAddress) proxy.address()).getPort();
        return wiring.apply(straightTo(url)
                .newBuilder()
                .proxy(proxy)
                .dns(Dns.SYSTEM)
                .socketFactory(new GuardedSocketFactory((address, port) -> requirePort(proxyPort, port)))
                .build());
    }

    private static void requirePort(int meant, int port) throws AddressGuard.UnsafeUrlException {
        if (port != meant) {
            throw new AddressGuard.UnsafeUrlException("it leads to another port than was meant");
        }
    }

    @Override
    public void close() {
        toAnybody.dispatcher().cancelAll();
        toAnybody.dispatcher().executorService().shutdown();
    }
}
