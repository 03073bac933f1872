package io.voicecloner.http;

import java.net.URI;
import java.util.regex.Pattern;

/** Names of this machine, told apart without asking DNS. */
public final class Loopback {
    private static final Pattern IPV4 = Pattern.compile("127(\\.\\d{1,3}){3}");

    private Loopback() {}

    /** Whether an address names this machine: {@code localhost}, {@code 127.x.x.x} or {@code ::1}. */
    public static boolean isLoopback(URI address) {
        String host = address.getHost();
        return host != null && isLoopback(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    }

    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || IPV4.matcher(host).matches();
    }
}
