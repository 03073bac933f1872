package io.voicecloner.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Tells, without asking DNS, hosts that nobody outside can reach. Meant for addresses that somebody else will connect to; what
 * this library connects to itself is judged at that moment.
 */
public final class PublicHosts {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";

    private PublicHosts() {}

    /** Whether the host is a literal address that is not public, in whatever spelling, or a name that only means something inside. */
    public static boolean isPlainlyNotPublic(URI address) {
        HttpUrl url = HttpUrl.parse(address.toASCIIString());
        if (url == null) {
            return true;
        }
        String host = url.host().toLowerCase(Locale.ROOT);
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        InetAddress literal = literal(name);
        if (literal != null) {
            return !PublicAddresses.contains(literal);
        }
        return isNumber(name)
                || !name.contains(".")
                || name.endsWith(".local")
                || name.endsWith(".internal")
                || name.endsWith(".localhost");
    }

    private static @Nullable InetAddress literal(String host) {
        // Only a true address: anything else would be looked up.
        boolean v4 = host.matches(OCTET + "(\\." + OCTET + "){3}");
        if (!v4 && !host.contains(":")) {
            return null;
        }
        try {
            return InetAddress.getAllByName(host)[0];
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** {@code 127.1}, {@code 2130706433} and {@code 0x7f000001} are addresses to many clients. */
    private static boolean isNumber(String host) {
        return host.matches("(0x[0-9a-f]+|\\d+)(\\.(0x[0-9a-f]+|\\d+))*");
    }
}
