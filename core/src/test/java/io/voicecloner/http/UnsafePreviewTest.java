package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Delivery;
import io.voicecloner.DownloadException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that are refused before a name is looked up, and before a socket is asked for anything. */
@Tag("S3")
class UnsafePreviewTest {
    private final NoNetwork network = new NoNetwork().with("audio.example", "93.184.216.34");

    /** Without this one, nothing below would show that anything could have been looked up or connected to. */
    @Test
    void aPublicHostIsLookedUpAndConnectedTo() {
        assertThat(failure(URI.create("https://audio.example/a.mp3")).reason()).isEqualTo(Reason.CONNECT);
        assertThat(network.lookups()).containsExactly("audio.example");
        assertThat(network.reached()).containsExactly("93.184.216.34:443");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://audio.example/a.mp3", "http://audio.example:443/", "HTTP://93.184.216.34/"})
    @Tag("B58")
    void plainHttp(String address) {
        assertRefused(address, "it is not https");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.255.255.254/",
                "https://localhost/",
                "https://LocalHost/",
                "https://localhost./",
                "https://a.localhost/",
                "https://localhost.localdomain/",
                "https://[::1]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "http://127.0.0.1/",
            })
    @Tag("B59")
    void thisMachine(String address) {
        assertRefused(address, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.1",
                "127.0.1",
                "0",
                "2130706433",
                "0x7f000001",
                "0X7F000001",
                "0x7f.0.0.1",
                "0x",
                "017700000001",
                "0177.0.0.1",
                "127.0.0.01",
                "127.0.0.1.",
                "8.8.8",
                "134744072",
                "0x08080808",
                "010.8.8.8",
                "8.8.8.256",
                "8.8.8.8.8",
                "audio.example.1",
                "1.2.3.0x4",
                "%31%32%37.1",
            })
    @Tag("B60")
    void numbersThatAreNotWrittenAsFourDecimalsWhereverTheyLead(String host) {
        assertRefused("https://" + host + "/", "not public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "①②⑦.⓪.⓪.①",
                "１２７．０．０．１",
                "𝟏𝟐𝟕.𝟎.𝟎.𝟏",
                "127。0。0。1",
                "２１３０７０６４３３",
                "０ｘ７ｆ０００００１",
                "١٢٧.٠.٠.١",
                "127.0.0.١",
                "૧૨૭.૦.૦.૧",
                "audio.example.١",
            })
    @Tag("B61")
    void digitsOfOtherScripts(String host) {
        assertRefused("https://" + host + "/", "not public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[::ffff:10.0.0.1]",
                "[::ffff:7f00:1]",
                "[::10.0.0.1]",
                "[64:ff9b::7f00:1]",
                "[64:ff9b::10.0.0.1]",
                "[64:ff9b:1::a00:1]",
                "[2002:7f00:1::]",
                "[2002:c0a8:101::1]",
                "[2001:0:4136:e378:8000:63bf:3fff:fdd2]",
            })
    @Tag("B62")
    void addressesInsideOthers(String host) {
        assertRefused("https://" + host + "/", "not public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "169.254.169.254",
                "100.100.100.200",
                "192.0.0.192",
                "168.63.129.16",
            })
    @Tag("B63")
    void privateNetsAndWhatCloudsAnswerAt(String host) {
        assertRefused("https://" + host + "/latest/meta-data/", "not public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[fd00::1]", "[fc00::1]", "[fd00:ec2::254]", "[fe80::1]", "[fe80::1%25eth0]", "[fec0::1]"})
    @Tag("B64")
    void privateNetsOfTheNewerProtocol(String host) {
        assertRefused("https://" + host + "/", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "0.0.0.0",
                "0.1.2.3",
                "240.0.0.1",
                "[ff02::1]",
                "[::]"
            })
    @Tag("B65")
    void nobodyInParticular(String host) {
        assertRefused("https://" + host + "/", "not public");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://good.example@127.0.0.1/",
                "https://audio.example@93.184.216.34/",
                "https://audio.example:443@10.0.0.1/",
                "https://10.0.0.1%2f@audio.example/",
            })
    @Tag("B67")
    @Tag("B75")
    void aHostThatStandsWhereAUserWould(String address) {
        assertRefused(address, "user name");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:CANARY@audio.example/a",
                "https://CANARY@audio.example/",
                "https://:CANARY@audio.example/"
            })
    @Tag("B75")
    void aUser(String address) {
        assertThat(assertRefused(address, "user name")).hasMessageNotContaining("CANARY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metadata.google.internal",
                "METADATA.google.Internal.",
                "printer.local",
                "local",
                "intranet",
                "intranet.",
                "metadata",
                "nas.lan",
                "wiki.corp",
                "router.home",
                "router.home.arpa",
                "home.arpa",
                "files.private",
            })
    @Tag("B68")
    void namesThatMeanSomethingOnlyInside(String host) {
        assertRefused("https://" + host + "/", "not public");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 25, 80, 444, 6379, 8080, 8443, 65535})
    @Tag("B69")
    void otherPortsThanThatOfHttps(int port) {
        assertRefused("https://audio.example:" + port + "/", "its port is not the usual one: " + port);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "file:/etc/passwd",
                "jar:https://audio.example/a.jar!/b",
                "data:audio/mp3;base64,AAAA",
                "ftp://audio.example/a.mp3",
                "gopher://audio.example/",
                "javascript:alert(1)",
                "mailto:me@audio.example",
                "wss://audio.example/",
            })
    @Tag("B70")
    void otherSchemes(String address) {
        assertRefused(address, "not an http address");
    }

    @Test
    @Tag("B71")
    void anAddressOfManyThousandCharactersAndNoneThatIsJustLongEnough() {
        String start = "https://audio.example/?signature=";
        assertThat(failure(URI.create(start + "x".repeat(8_192 - start.length())))
                        .reason())
                .isEqualTo(Reason.CONNECT);
        network.lookups().clear();
        network.reached().clear();

        assertRefused(start + "x".repeat(8_193 - start.length()), "longer than 8192");
        assertRefused("https://audio.example/" + "x".repeat(20_000), "longer than 8192");
        assertRefused("https://audio.example/a%00.mp3", "a control character");
        assertRefused("https://audio.example%00.corp/", "a control character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "/a.mp3",
                "a.mp3",
                "//audio.example/a.mp3",
                "?x=y",
                "#",
                "https:/a.mp3/b",
                "audio.example"
            })
    @Tag("B72")
    void whatIsNoWholeAddress(String address) {
        // Of "https:/a.mp3/b" OkHttp makes a host; it has none.
        assertRefused(address, "");
    }

    @ParameterizedTest
    @CsvSource({
        "https://AUDIO.Example/a.mp3, audio.example",
        "HTTPS://audio.example./a.mp3, audio.example",
        "https://audio.example:443/a.mp3, audio.example",
        "https://bücher.audio.example/a.mp3, xn--bcher-kva.audio.example",
        "https://BÜCHER.audio.example./a.mp3, xn--bcher-kva.audio.example",
        "https://ａｕｄｉｏ.example/a.mp3, audio.example",
        "https://audio。example/a.mp3, audio.example",
        "https://my_bucket.audio.example/a.mp3, my_bucket.audio.example",
    })
    @Tag("B73")
    void aNameIsTakenInItsOnePlainForm(String address, String name) {
        network.with(name, "93.184.216.34");

        assertThat(failure(URI.create(address)).reason()).isEqualTo(Reason.CONNECT);
        assertThat(network.lookups()).containsExactly(name);
        assertThat(network.reached()).containsExactly("93.184.216.34:443");
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"DOWNLOAD", "FETCH"})
    @Tag("B63")
    @Tag("B69")
    void aRecordingIsFetchedUnderTheSameRules(Step step) {
        for (String address :
                new String[] {"https://10.0.0.1/", "https://audio.example:8443/", "http://audio.example/"}) {
            DownloadException failure = failure(URI.create(address), step);
            assertThat(failure.reason()).as(address).isEqualTo(Reason.UNSAFE_URL);
            assertThat(failure.step()).isEqualTo(step);
        }
        assertThat(network.lookups()).isEmpty();
        assertThat(network.reached()).isEmpty();
    }

    private DownloadException assertRefused(String address, String why) {
        DownloadException failure = failure(URI.create(address));
        assertThat(failure.reason()).as(address).isEqualTo(Reason.UNSAFE_URL);
        assertThat(failure).hasMessageContaining(why);
        assertThat(failure.hint()).isPresent();
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(network.lookups()).as(address).isEmpty();
        assertThat(network.reached()).as(address).isEmpty();
        return failure;
    }

    private DownloadException failure(URI address) {
        return failure(address, Step.DOWNLOAD);
    }

    private DownloadException failure(URI address, Step step) {
        VirtualTime time = new VirtualTime();
        try (GuardedDownloader downloader = new GuardedDownloader(
                URI.create("https://api.example/v1/"),
                ProviderSettings.of("").withAttempts(1),
                new ProviderContext(time.clock(), time),
                network::wire)) {
            CallScope scope = CallScope.of("fake", Duration.ofMinutes(1), null, null, time);
            return catchThrowableOfType(
                    DownloadException.class,
                    () -> downloader.download(address, step, 1_000, scope, OutputStream::nullOutputStream));
        }
    }
}
