package io.voicecloner.fuzz;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a host as the C library does: {@code 127.1}, {@code 0x7f.0.0.1}, {@code 0177.1} and {@code 2130706433} are one address. */
public final class NumericHost {
    private static final Pattern PARTS =
            Pattern.compile("(?i)(?:0x[0-9a-f]{1,8}|\\d{1,11})(?:\\.(?:0x[0-9a-f]{1,8}|\\d{1,11})){0,3}");

    private NumericHost() {}

    /** The address that the host is; empty if it is a name. */
    public static Optional<InetAddress> read(String host) {
        try {
            if (host.startsWith("[")) {
                return Optional.of(InetAddress.getByName(host));
            }
            String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
            return PARTS.matcher(name).matches() ? read(name.split("\\.", -1)) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** The last part fills all the bytes that are left. */
    private static Optional<InetAddress> read(String[] parts) throws UnknownHostException {
        long address = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int bits = last ? 8 * (4 - i) : 8;
            long part = number(parts[i]);
            if (part < 0 || part >= 1L << bits) {
                return Optional.empty();
            }
            address = (address << bits) | part;
        }
        return Optional.of(InetAddress.getByAddress(
                new byte[] {(byte) (address >> 24), (byte) (address >> 16), (byte) (address >> 8), (byte) address}));
    }

    private static long number(String part) {
        if (part.regionMatches(true, 0, "0x", 0, 2)) {
            return Long.parseLong(part.substring(2), 16);
        }
        if (part.length() > 1 && part.startsWith("0")) {
            return part.matches("[0-7]+") ? Long.parseLong(part, 8) : -1;
        }
        return Long.parseLong(part);
    }
}
