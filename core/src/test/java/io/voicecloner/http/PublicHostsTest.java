package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which hosts a provider could never reach, whatever the spelling; told without asking DNS. */
@Tag("B77")
@Tag("S8")
class PublicHostsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.100.100.200",
                "127.0.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "127.1",
                "10.1",
                "0",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0X7F.1",
                "017700000001",
                "0177.0.0.1",
                "999.1.1.1",
                "10.0.0.1.",
                "[::1]",
                "[::]",
                "[fd00::1]",
                "[fe80::1]",
                "[fe80::1%25eth0]",
                "[::ffff:10.0.0.1]",
                "[::ffff:a00:1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "localhost",
                "LocalHost",
                "localhost.",
                "any.localhost",
                "intranet",
                "intranet.",
                "x.local",
                "X.LOCAL",
                "x.local.",
                "metadata.google.internal",
                "metadata.google.internal.",
                "home.arpa",
                "x.home.arpa",
                "x.corp",
                "x.lan",
                "x.localdomain",
                "audio..example",
                "audio.example..",
                "010.8.8.8",
                "audio.example.1",
                "audio.example.\u0661",
            })
    void theseAreNotPublic(String host) {
        assertThat(PublicHosts.isPlainlyNotPublic(URI.create("https://" + host + "/me.mp3")))
                .isTrue();
        assertThat(PublicHosts.isPlainlyNotPublic(URI.create("https://" + host + ":8443/me.mp3")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://audio.example/me.mp3",
                "https://AUDIO.example./me.mp3",
                "https://93.184.216.34/me.mp3",
                "https://8.8.8.8:8443/me.mp3",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/me.mp3",
                "https://[2002:808:808::]/me.mp3",
                "https://local.example/me.mp3",
                "https://internal.example/me.mp3",
                "https://localhost.example/me.mp3",
                "https://10.0.0.1.example/me.mp3",
                "https://1.2.3.4.5.example/me.mp3",
                "https://b\u00FCcher.example/me.mp3",
            })
    void theseMayBe(String url) {
        assertThat(PublicHosts.isPlainlyNotPublic(URI.create(url))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:me@audio.example", "/me.mp3", "me.mp3", "ftp://audio.example/me.mp3"})
    void whatIsNoWebAddressIsNotPublicEither(String url) {
        assertThat(PublicHosts.isPlainlyNotPublic(URI.create(url))).isTrue();
    }
}
