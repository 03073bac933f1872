package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are public. Literals only: nothing is looked up. */
@Tag("S4")
class PublicAddressesTest {
    /** Every range of which no address is public, as network and length. */
    private static final String[] RANGES = {
        "0.0.0.0, 8",
        "10.0.0.0, 8",
        "100.64.0.0, 10",
        "127.0.0.0, 8",
        "168.63.129.16, 32",
        "169.254.0.0, 16",
        "172.16.0.0, 12",
        "192.0.0.0, 24",
        "192.0.2.0, 24",
        "192.88.99.0, 24",
        "192.168.0.0, 16",
        "198.18.0.0, 15",
        "198.51.100.0, 24",
        "203.0.113.0, 24",
        "224.0.0.0, 4",
        "240.0.0.0, 4",
        "::, 96",
        "64:ff9b:1::, 48",
        "100::, 64",
        "2001::, 23",
        "2001::, 32",
        "2001:db8::, 32",
        "3fff::, 20",
        "5f00::, 16",
        "fc00::, 7",
        "fe80::, 10",
        "fec0::, 10",
        "ff00::, 8",
    };

    static Stream<Arguments> ranges() {
        return Stream.of(RANGES).map(range -> {
            String[] parts = range.split(", ", 2);
            return Arguments.of(parts[0], Integer.valueOf(parts[1]));
        });
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void noAddressOfASpecialRangeIsPublic(String network, int bits) throws Exception {
        byte[] address = InetAddress.getByName(network).getAddress();
        Random random = new Random(7);
        for (int time = 0; time < 200; time++) {
            byte[] inside = address.clone();
            for (int bit = bits; bit < inside.length * 8; bit++) {
                // First none, then all, then any of the bits that the range leaves open.
                if (time == 1 || (time > 1 && random.nextBoolean())) {
                    inside[bit / 8] |= (byte) (0x80 >> (bit % 8));
                }
            }
            assertThat(PublicAddresses.contains(InetAddress.getByAddress(inside)))
                    .as(InetAddress.getByAddress(inside).getHostAddress())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "100.100.100.200",
                "192.0.0.192",
                "255.255.255.255",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b::10.0.0.1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "2002:c0a8:101::",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "168.63.129.16",
                "64:ff9b::a83f:8110",
                "fd00::1",
                "fd00:ec2::254",
                "fe80::1",
            })
    void knownTargetsOfAttacksAreNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "168.63.129.17",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.0",
                "192.0.3.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:8.8.8.8",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2001:200::1",
                "2001:4860:4860::8888",
                "2606:4700:4700::1111",
                "2a00:1450:4001:81b::200e",
            })
    void thoseJustBesideAndInDailyUseArePublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void anAddressWrittenInsideAnotherCountsAsItself() throws Exception {
        Random random = new Random(7);
        for (int time = 0; time < 2_000; time++) {
            byte[] four = new byte[4];
            random.nextBytes(four);
            boolean itself = PublicAddresses.contains(InetAddress.getByAddress(four));
            assertThat(PublicAddresses.contains(inside(four, new byte[] {0, 0x64, (byte) 0xFF, (byte) 0x9B}, 12)))
                    .isEqualTo(itself);
            assertThat(PublicAddresses.contains(inside(four, new byte[] {0x20, 0x02}, 2)))
                    .isEqualTo(itself);
        }
    }

    /** Just before and just behind each range, and anywhere in the blocks of its size beside it, an address is as public as the others say. */
    @ParameterizedTest
    @MethodSource("ranges")
    void besideARangeOnlyAnotherRangeDenies(String network, int bits) throws Exception {
        byte[] first = InetAddress.getByName(network).getAddress();
        int width = first.length * 8;
        BigInteger size = BigInteger.ONE.shiftLeft(width - bits);
        BigInteger start = new BigInteger(1, first);
        BigInteger next = start.add(size);
        Random random = new Random(11);
        List<BigInteger> beside = new ArrayList<>(List.of(start.subtract(BigInteger.ONE), next));
        for (int time = 0; time < 200; time++) {
            BigInteger offset = new BigInteger(width, random).mod(size);
            beside.add(start.subtract(BigInteger.ONE).subtract(offset));
            beside.add(next.add(offset));
        }
        for (BigInteger number : beside) {
            if (number.signum() >= 0 && number.bitLength() <= width) {
                assertJudgedAsTheListSays(number, first.length);
            }
        }
    }

    @Test
    void anyAddressIsJudgedAsTheListSays() throws Exception {
        Random random = new Random(13);
        BigInteger global = BigInteger.ONE.shiftLeft(125);
        for (int time = 0; time < 5_000; time++) {
            assertJudgedAsTheListSays(new BigInteger(32, random), 4);
            assertJudgedAsTheListSays(new BigInteger(128, random), 16);
            assertJudgedAsTheListSays(global.add(new BigInteger(125, random)), 16);
        }
    }

    private static void assertJudgedAsTheListSays(BigInteger number, int length) throws Exception {
        byte[] bytes = new byte[length];
        byte[] digits = number.toByteArray();
        int count = Math.min(digits.length, length);
        System.arraycopy(digits, digits.length - count, bytes, length - count, count);
        InetAddress address = InetAddress.getByAddress(bytes);
        assertThat(PublicAddresses.contains(address))
                .as(address.getHostAddress())
                .isEqualTo(publicByTheList(address));
    }

    /** The same by arithmetic on whole numbers, which the code does by bits. */
    private static boolean publicByTheList(InetAddress address) throws Exception {
        byte[] bytes = address.getAddress();
        if (bytes.length == 16 && lies(bytes, "64:ff9b::", 96)) {
            return publicByTheList(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16)));
        }
        if (bytes.length == 16 && lies(bytes, "2002::", 16)) {
            return publicByTheList(InetAddress.getByAddress(Arrays.copyOfRange(bytes, 2, 6)));
        }
        if (bytes.length == 16 && !lies(bytes, "2000::", 3)) {
            return false;
        }
        for (String range : RANGES) {
            String[] parts = range.split(", ", 2);
            if (lies(bytes, parts[0], Integer.parseInt(parts[1]))) {
                return false;
            }
        }
        return true;
    }

    private static boolean lies(byte[] bytes, String network, int bits) throws Exception {
        byte[] first = InetAddress.getByName(network).getAddress();
        int open = bytes.length * 8 - bits;
        return first.length == bytes.length
                && new BigInteger(1, bytes).shiftRight(open).equals(new BigInteger(1, first).shiftRight(open));
    }

    private static InetAddress inside(byte[] four, byte[] prefix, int offset) throws Exception {
        byte[] sixteen = new byte[16];
        System.arraycopy(prefix, 0, sixteen, 0, prefix.length);
        System.arraycopy(four, 0, sixteen, offset, 4);
        return InetAddress.getByAddress(sixteen);
    }
}
