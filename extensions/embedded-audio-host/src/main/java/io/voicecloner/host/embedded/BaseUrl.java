package io.voicecloner.host.embedded;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What the URLs of all recordings begin with; never ends in a slash. */
final class BaseUrl {
    // Judged as written: a name that resolves to loopback here may resolve to something else at the provider.
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);
    private static final int HIGHEST_PORT = 65_535;

    private BaseUrl() {}

    /** The URL of a server that listens on loopback and has nothing in front of it. */
    static URI of(InetSocketAddress listening) {
        InetAddress address = listening.getAddress();
        String host = address instanceof Inet6Address ? "[::1]" : address.getHostAddress();
        return URI.create("http://" + host + ':' + listening.getPort());
    }

    /**
     * Reads a setting.
     *
     * @throws IllegalArgumentException as {@link #checked} does
     */
    static URI parse(String text) {
        try {
            return checked(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("it is not a URL", e);
        }
    }

    /**
     * The URL without its last slash.
     *
     * @throws IllegalArgumentException if recordings cannot be published under it; the message is a sentence about "it" that does
     *     not quote the URL, which may hold a password
     */
    static URI checked(URI url) {
        String host = url.getHost();
        if (host == null || url.getPort() > HIGHEST_PORT) {
            throw new IllegalArgumentException("it does not name a host that can be reached");
        }
        boolean loopbackHttp = "http".equalsIgnoreCase(url.getScheme())
                && LOOPBACK.matcher(host).matches();
        if (!"https".equalsIgnoreCase(url.getScheme()) && !loopbackHttp) {
            throw new IllegalArgumentException("it is neither https nor http to loopback");
        }
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("it holds more than an origin and a path");
        }
        String text = url.toString();
        return URI.create(text.replaceAll("/+$", ""));
    }
}
