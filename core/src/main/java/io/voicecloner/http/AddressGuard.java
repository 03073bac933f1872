package io.voicecloner.http;

import io.voicecloner.PreviewHost;
import io.voicecloner.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Says where downloads may go: {@code https} to public hosts at the usual port, or to those alone that were named; the provider's own
 * configured origin, whatever that is; loopback only where it was allowed.
 */
final class AddressGuard {
    /** Signed addresses with the token of a session have two or three thousand characters. */
    private static final int LONGEST = 8_192;

    private static final Pattern WHOLE = Pattern.compile("https?://[^/]", Pattern.CASE_INSENSITIVE);

    private final @Nullable HttpUrl home;
    private final boolean loopbackAllowed;
    private final List<PreviewHost> named;

    /** @param named the only hosts there are beside home and loopback; empty for all that are public */
    AddressGuard(@Nullable URI providerBaseUrl, boolean loopbackAllowed, List<PreviewHost> named) {
        this.home = providerBaseUrl == null ? null : HttpUrl.get(providerBaseUrl);
        this.loopbackAllowed = loopbackAllowed;
        this.named = named;
    }

    /**
     * Checks what an address says of itself, before its name is resolved.
     *
     * @return the address with its host as it was judged
     */
    HttpUrl check(String address) throws UnsafeUrlException {
        requirePlain(address);
        // OkHttp would take what follows a single slash for the host.
        HttpUrl url = WHOLE.matcher(address).lookingAt() ? HttpUrl.parse(address) : null;
        if (url == null) {
            throw new UnsafeUrlException("it is not an http address");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new UnsafeUrlException("it holds a user name");
        }
        url = withoutLastDot(url);
        if (isHome(url) || (loopbackAllowed && Loopback.isLoopback(url.host()))) {
            return url;
        }
        if (!url.isHttps()) {
            throw new UnsafeUrlException("it is not https: " + url.scheme() + "://" + url.host());
        }
        if (PublicHosts.isPlainlyNotPublic(url.host())) {
            throw new UnsafeUrlException("it leads to a host that is not public");
        }
        requireNamed(url);
        return url;
    }

    /** OkHttp would drop some of these without a word and read others as something else. */
    static void requirePlain(String address) throws UnsafeUrlException {
        if (address.length() > LONGEST) {
            throw new UnsafeUrlException("it is longer than " + LONGEST + " characters");
        }
        boolean plain = address.codePoints()
                .noneMatch(each -> each == '\\'
                        || Character.isISOControl(each)
                        || Character.isWhitespace(each)
                        || Character.isSpaceChar(each));
        if (!plain || address.contains("%00")) {
            throw new UnsafeUrlException("it holds a space, a backslash or a control character");
        }
    }

    private static HttpUrl withoutLastDot(HttpUrl url) {
        String host = PublicHosts.withoutLastDot(url.host());
        return host.equals(url.host()) || host.isEmpty()
                ? url
                : url.newBuilder().host(host).build();
    }

    private void requireNamed(HttpUrl url) throws UnsafeUrlException {
        if (named.isEmpty() && url.port() != HttpUrl.defaultPort(url.scheme())) {
            throw new UnsafeUrlException("its port is not the usual one: " + url.port());
        }
        if (!named.isEmpty() && !isNamed(url)) {
            throw new UnsafeUrlException("preview-hosts does not name its host: " + url.host() + ':' + url.port());
        }
    }

    /** Whether an address is of a host that was named, at the port that was meant. */
    boolean isNamed(HttpUrl url) {
        return url.isHttps() && named.stream().anyMatch(each -> each.names(url.host(), url.port()));
    }

    /** Checks an address that a name resolved to, or that is about to be connected to, however it was come by. */
    void check(InetAddress address) throws UnsafeUrlException {
        if (!PublicAddresses.contains(address) && !(loopbackAllowed && address.isLoopbackAddress())) {
            throw new UnsafeUrlException("it leads to an address that is not public");
        }
    }

    /** The provider's own configured origin. */
    @Nullable
    HttpUrl home() {
        return home;
    }

    /** Whether an address is of that origin. */
    boolean isHome(HttpUrl url) {
        return home != null
                && home.scheme().equals(url.scheme())
                && home.host().equals(url.host())
                && home.port() == url.port();
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
