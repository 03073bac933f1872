package io.voicecloner.host.embedded;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of an address to listen on: {@code host}, {@code host:port}, {@code [::1]}, {@code [::1]:port}. */
final class BindAddress {
    static final String DEFAULT = "127.0.0.1:0";

    private static final Pattern FORM = Pattern.compile("(\\[[^\\[\\]]+]|[^\\[\\]:/\\s]+)(?::([0-9]{1,5}))?");
    private static final int HIGHEST_PORT = 65_535;

    private BindAddress() {}

    /**
     * Reads an address; without a port, any free one.
     *
     * @throws IllegalArgumentException if it is not one; the message is a sentence without its full stop
     */
    static InetSocketAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    '"' + text + "\" is not host:port; an IPv6 address stands in brackets, as in [::1]:0");
        }
        int port = form.group(2) == null ? 0 : Integer.parseInt(form.group(2));
        if (port > HIGHEST_PORT) {
            throw new IllegalArgumentException("there is no port " + port);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(form.group(1)), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("the host " + form.group(1) + " does not resolve to an address", e);
        }
    }

    /** Writes an address as {@link #parse} reads it. */
    static String text(InetSocketAddress address) {
        String host = address.getHostString();
        return (host.contains(":") ? '[' + host + ']' : host) + ':' + address.getPort();
    }
}
