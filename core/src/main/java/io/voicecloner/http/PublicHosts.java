package io.voicecloner.http;

import io.voicecloner.PreviewHost;
import java.net.IDN;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Tells, without asking DNS, hosts that nobody outside can reach: for addresses that somebody else will connect to, and before this
 * library looks one up itself.
 */
public final class PublicHosts {
    private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

    /** Kept out of the public DNS by RFC 6761, 6762, 8375 and ICANN; all of them stand for something in somebody's network. */
    private static final List<String> INSIDE = List.of(
            "localhost", "local", "localdomain", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa");

    private PublicHosts() {}

    /** Whether the host is a literal address that is not public, in whatever spelling, or a name that only means something inside. */
    public static boolean isPlainlyNotPublic(URI address) {
        HttpUrl url = HttpUrl.parse(address.toASCIIString());
        return url == null || isPlainlyNotPublic(url.host());
    }

    /** Whether previews come from there never: {@link #isPlainlyNotPublic(URI)}, or an address with that host would be read otherwise. */
    public static boolean isPlainlyNotPublic(PreviewHost host) {
        HttpUrl url = HttpUrl.parse("https://" + host.name() + '/');
        return url == null || !url.host().equals(host.name()) || isPlainlyNotPublic(url.host());
    }

    /** @param host as OkHttp reads it out of an address: in ASCII, an IPv6 address without brackets */
    static boolean isPlainlyNotPublic(String host) {
        String name = withoutLastDot(host.toLowerCase(Locale.ROOT));
        if (name.contains(":") || endsInANumber(name)) {
            InetAddress literal = literal(name);
            return literal == null || !PublicAddresses.contains(literal);
        }
        return !name.contains(".")
                || name.startsWith(".")
                || name.contains("..")
                || INSIDE.stream().anyMatch(each -> ('.' + name).endsWith('.' + each));
    }

    static String withoutLastDot(String host) {
        return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    }

    /**
     * {@code 127.1}, {@code 2130706433} and {@code 0x7f000001} are addresses to many clients, each of which reads them in its own way. No
     * name of the public DNS ends in a number, of whatever script.
     */
    private static boolean endsInANumber(String host) {
        String last = host.substring(host.lastIndexOf('.') + 1);
        return last.matches("0x[0-9a-f]*")
                || (!last.isEmpty() && IDN.toUnicode(last).codePoints().allMatch(Character::isDigit));
    }

    /** Only in the one spelling that everybody reads alike; anything else would be looked up, or be something else to others. */
    private static @Nullable InetAddress literal(String host) {
        if (!host.contains(":") && !host.matches(OCTET + "(\\." + OCTET + "){3}")) {
            return null;
        }
        try {
            return InetAddress.getAllByName(host)[0];
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
