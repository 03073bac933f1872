package io.voicecloner.fuzz;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Addresses that nothing may be connected to at somebody else's word, written down anew from the special-purpose registries of IANA, with
 * arithmetic of another kind than the library's.
 */
public final class DeniedAddresses {
    private static final List<Block> BLOCKS = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "::/96",
                    "::ffff:0:0:0/96",
                    "64:ff9b:1::/48",
                    "100::/64",
                    "100:0:0:1::/64",
                    "2001::/23",
                    "2001:db8::/32",
                    "3fff::/20",
                    "5f00::/16",
                    "fc00::/7",
                    "fe80::/10",
                    "fec0::/10",
                    "ff00::/8")
            .map(Block::parse)
            .toList();

    /** What carries an IPv4 address in itself, and how many bits stand behind it. */
    private static final Block NAT64 = Block.parse("64:ff9b::/96");

    private static final Block SIX_TO_FOUR = Block.parse("2002::/16");
    private static final int BEHIND_SIX_TO_FOUR = 80;

    private DeniedAddresses() {}

    /** The block that holds the address, or the IPv4 address inside it; empty if it is nobody's but a stranger's. */
    public static Optional<String> blockOf(InetAddress address) {
        byte[] bytes = address.getAddress();
        return blockOf(bytes.length, new BigInteger(1, bytes));
    }

    private static Optional<String> blockOf(int length, BigInteger number) {
        if (NAT64.holds(length, number)) {
            return blockOf(4, number.mod(BigInteger.ONE.shiftLeft(32)));
        }
        if (SIX_TO_FOUR.holds(length, number)) {
            return blockOf(4, number.shiftRight(BEHIND_SIX_TO_FOUR).mod(BigInteger.ONE.shiftLeft(32)));
        }
        return BLOCKS.stream()
                .filter(block -> block.holds(length, number))
                .map(Block::name)
                .findFirst();
    }

    /** All addresses from the first to the last. */
    private record Block(String name, int length, BigInteger first, BigInteger last) {
        static Block parse(String text) {
            String[] parts = text.split("/", -1);
            byte[] network = literal(parts[0]);
            BigInteger first = new BigInteger(1, network);
            BigInteger size = BigInteger.ONE.shiftLeft(8 * network.length - Integer.parseInt(parts[1]));
            return new Block(text, network.length, first, first.add(size).subtract(BigInteger.ONE));
        }

        boolean holds(int addressLength, BigInteger number) {
            return addressLength == length && number.compareTo(first) >= 0 && number.compareTo(last) <= 0;
        }

        private static byte[] literal(String text) {
            try {
                return InetAddress.getByName(text).getAddress();
            } catch (UnknownHostException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
