package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are public. Literals only: nothing is looked up. */
class PublicAddressesTest {
    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 8",
        "10.0.0.0, 8",
        "100.64.0.0, 10",
        "127.0.0.0, 8",
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
        "::, 128",
        "::1, 128",
        "64:ff9b:1::, 48",
        "100::, 64",
        "2001::, 23",
        "2001:db8::, 32",
        "3fff::, 20",
        "5f00::, 16",
        "fc00::, 7",
        "fe80::, 10",
        "fec0::, 10",
        "ff00::, 8",
    })
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

    private static InetAddress inside(byte[] four, byte[] prefix, int offset) throws Exception {
        byte[] sixteen = new byte[16];
        System.arraycopy(prefix, 0, sixteen, 0, prefix.length);
        System.arraycopy(four, 0, sixteen, offset, 4);
        return InetAddress.getByAddress(sixteen);
    }
}
