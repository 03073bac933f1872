package io.voicecloner.http;

import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/** Names of this machine, told apart without asking DNS. */
public final class Loopback {
    private static final Pattern IPV4 = Pattern.compile("127(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    private Loopback() {}

    /** Whether an http address names this machine: {@code localhost}, {@code 127.x.x.x} or {@code ::1}, however written. */
    public static boolean isLoopback(URI address) {
        HttpUrl url = HttpUrl.parse(address.toString());
        return url != null && isLoopback(url.host());
    }

    static boolean isLoopback(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("::1")
                || IPV4.matcher(host).matches();
    }
}
