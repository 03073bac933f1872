package io.voicecloner.host.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.ConfigurationException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.AudioHostFactory;
import io.voicecloner.spi.Option;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedAudioHostFactoryTest {
    private static final byte[] AUDIO = Recordings.noise(500);

    private final AudioHostFactory factory = new EmbeddedAudioHostFactory();

    @Test
    void isFoundAmongTheInstalledFactories() {
        assertThat(ServiceLoader.load(AudioHostFactory.class))
                .hasOnlyElementsOfType(EmbeddedAudioHostFactory.class)
                .extracting(AudioHostFactory::type)
                .containsExactly("embedded");
    }

    @Test
    void declaresTheSettingsItReads() {
        assertThat(factory.options()).extracting(Option::name).containsExactly("bind", "public-base-url");
    }

    @Test
    void listensOnAFreePortOfLoopbackByDefault() throws Exception {
        try (AudioHost host = factory.open(Map.of())) {
            URI url = host.publish(Recordings.wav(AUDIO)).url();

            assertThat(url.toString()).startsWith("http://127.0.0.1:");
            assertThat(Client.get(url).body()).isEqualTo(AUDIO);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, http://127.0.0.1:",
        "127.0.0.2:0, http://127.0.0.2:",
        "[::1]:0, http://[::1]:",
        "[::1], http://[::1]:"
    })
    void listensWhereItIsTold(String bind, String start) throws Exception {
        try (AudioHost host = factory.open(Map.of("bind", bind))) {
            URI url = host.publish(Recordings.wav(AUDIO)).url();

            assertThat(url.toString()).startsWith(start);
            assertThat(Client.get(url).body()).isEqualTo(AUDIO);
        }
    }

    @Test
    void listensOnTheGivenPort() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (AudioHost host = factory.open(Map.of("bind", "localhost:" + port))) {
            assertThat(host.publish(Recordings.wav(AUDIO)).url()).hasPort(port);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://audio.example, https://audio.example/",
        "https://audio.example/, https://audio.example/",
        "HTTPS://audio.example:8443/voice//, HTTPS://audio.example:8443/voice/",
        "http://localhost:8080/x, http://localhost:8080/x/",
        "http://[::1]:8080, http://[::1]:8080/"
    })
    void publishesUnderThePublicBaseUrlWhateverItListensOn(String base, String start) throws Exception {
        try (AudioHost host = factory.open(Map.of("bind", "0.0.0.0", "public-base-url", base))) {
            URI url = host.publish(Recordings.wav(AUDIO)).url();

            assertThat(url.toString()).matches(Pattern.quote(start) + "[A-Za-z0-9_-]{32}\\.wav");
            assertThat(host).hasToString("EmbeddedAudioHost[" + start.substring(0, start.length() - 1) + "]");
        }
    }

    @Test
    void servesWhatAProxyAsksForInItsPlace() throws Exception {
        try (EmbeddedAudioHost host =
                EmbeddedAudioHost.start(BindAddress.parse("127.0.0.1"), URI.create("https://audio.example/voice"))) {
            URI url = host.publish(Recordings.wav(AUDIO)).url();

            String path = url.getPath().substring("/voice".length());
            URI local = URI.create("http://127.0.0.1:" + host.address().getPort() + path);
            assertThat(Client.get(local).body()).isEqualTo(AUDIO);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ":80",
                "::1",
                "host:",
                "127.0.0.1:65536",
                "127.0.0.1:http",
                "127.0.0.1:-1",
                "http://127.0.0.1",
                "[127.0.0.1]",
                "[::1",
                "a b",
                "[zz]"
            })
    void refusesAnUnusableBindAddress(String bind) {
        assertThat(violations(Map.of("bind", bind))).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.audio-host.bind");
            assertThat(violation.rule()).isEqualTo("unusable");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "audio.example",
                "https://",
                "https:///x",
                "ftp://audio.example",
                "http://audio.example",
                "http://127.0.0.1.audio.example",
                "http://localhost.audio.example",
                "https://user:secret@audio.example",
                "https://audio.example/?secret=1",
                "https://audio.example/#secret",
                "https://audio.example:99999",
                "https://audio example",
            })
    void refusesAnUnusablePublicBaseUrlWithoutQuotingIt(String url) {
        assertThat(violations(Map.of("public-base-url", url))).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.audio-host.public-base-url");
            assertThat(violation.message()).endsWith(".").doesNotContain("secret");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.0.0.0:8080", "[::]:0", "192.0.2.1:0"})
    void asksForThePublicBaseUrlWhereItCannotBeGuessed(String bind) {
        assertThat(violations(Map.of("bind", bind))).singleElement().satisfies(violation -> {
            assertThat(violation.field()).isEqualTo("config.audio-host.public-base-url");
            assertThat(violation.rule()).isEqualTo("missing");
        });
    }

    @Test
    void reportsEverythingWrongAtOnce() {
        assertThat(violations(Map.of("bind", "nowhere:x", "public-base-url", "ftp://audio.example")))
                .extracting(Violation::field)
                .containsExactly("config.audio-host.bind", "config.audio-host.public-base-url");
    }

    @Test
    void namesTheAddressThatIsInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String bind = "127.0.0.1:" + other.getLocalPort();

            assertThatIOException()
                    .isThrownBy(() -> factory.open(Map.of("bind", bind)))
                    .withMessageContaining(bind);
        }
    }

    @Test
    void refusesFromCodeWhatItRefusesFromSettings() throws IOException {
        InetSocketAddress bind = BindAddress.parse(BindAddress.DEFAULT);

        assertThatThrownBy(() -> EmbeddedAudioHost.start(bind, URI.create("http://audio.example")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatIOException()
                .isThrownBy(() -> EmbeddedAudioHost.start(
                        InetSocketAddress.createUnresolved("no-such-host.invalid", 0),
                        URI.create("https://audio.example")))
                .withMessageContaining("no-such-host.invalid:0");
    }

    private List<Violation> violations(Map<String, String> settings) {
        ConfigurationException refused =
                catchThrowableOfType(ConfigurationException.class, () -> factory.open(settings));
        assertThat(refused.reason()).isEqualTo(Reason.INVALID_SETTING);
        assertThat(refused.step()).isEqualTo(Step.CONFIGURE);
        return refused.violations();
    }
}
