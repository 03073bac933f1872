package io.voicecloner.http;

import io.voicecloner.Reason;
import java.net.InetAddress;
import java.net.URI;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Says where downloads may go: {@code https} to public addresses, and the provider's own configured origin, whatever that is;
 * loopback only where it was allowed.
 */
final class AddressGuard {
    private final @Nullable HttpUrl home;
    private final boolean loopbackAllowed;

    AddressGuard(@Nullable URI providerBaseUrl, boolean loopbackAllowed) {
        this.home = providerBaseUrl == null ? null : HttpUrl.get(providerBaseUrl);
        this.loopbackAllowed = loopbackAllowed;
    }

    /** Checks what an address says of itself, before its name is resolved. */
    HttpUrl check(String address) throws UnsafeUrlException {
        HttpUrl url = HttpUrl.parse(address);
        if (url == null) {
            throw new UnsafeUrlException("it is not an http address");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new UnsafeUrlException("it holds a user name");
        }
        boolean loopback = loopbackAllowed && Loopback.isLoopback(url.host());
        if (!url.isHttps() && !isHome(url) && !loopback) {
            throw new UnsafeUrlException("it is not https: " + url.scheme() + "://" + url.host());
        }
        return url;
    }

    /** Checks an address at the moment of connecting to it, however it was come by. */
    void check(InetAddress address, int port) throws UnsafeUrlException {
        boolean allowed = PublicAddresses.contains(address)
                || (loopbackAllowed && address.isLoopbackAddress())
                || (home != null && home.port() == port && homeResolvesTo(home, address));
        if (!allowed) {
            throw new UnsafeUrlException("it leads to an address that is not public");
        }
    }

    /** Whether an address is of the provider's own configured origin. */
    boolean isHome(HttpUrl url) {
        return home != null
                && home.scheme().equals(url.scheme())
                && home.host().equals(url.host())
                && home.port() == url.port();
    }

    private static boolean homeResolvesTo(HttpUrl home, InetAddress address) {
        try {
            for (InetAddress own : InetAddress.getAllByName(home.host())) {
                if (own.equals(address)) {
                    return true;
                }
            }
            return false;
        } catch (java.net.UnknownHostException e) {
            return false;
        }
    }

    /** An address that must not be connected to. Its message names no path and no query. */
    static final class UnsafeUrlException extends java.io.IOException {
        private static final long serialVersionUID = 1L;

        UnsafeUrlException(String message) {
            super(message);
        }

        Reason reason() {
            return Reason.UNSAFE_URL;
        }
    }
}
