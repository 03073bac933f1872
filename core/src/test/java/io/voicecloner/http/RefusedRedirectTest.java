package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.DownloadException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A preview that sends on to where nobody must go: every name leads to this machine here, and every connection is written down. */
@Tag("S6")
@Tag("faults")
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class RefusedRedirectTest {
    private final FaultyNetwork network = FaultyNetwork.leadingTo(FaultyNetwork.loopback(1));
    private final Connects connects = new Connects();
    private final NowhereSockets sockets = new NowhereSockets();
    private ScriptedServer home;
    private ScriptedServer elsewhere;

    @BeforeEach
    void start() throws Exception {
        home = new ScriptedServer();
        elsewhere = new ScriptedServer().then(ScriptedServer.answer("200 OK", "", "secret"));
    }

    @AfterEach
    void stop() throws Exception {
        home.close();
        elsewhere.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @Tag("F44")
    void toPlainHttpNoNameIsEvenLookedUp(int status) {
        assertRefused(status, "http://audio.example:" + elsewhere.port() + "/a.mp3");
        assertThat(network.lookups()).isZero();
        assertThat(connects.tried).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.0.0.2",
                "127.1",
                "127.0.1",
                "0",
                "0.0.0.0",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "①②⑦.⓪.⓪.①",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
            })
    @Tag("F45")
    void toThisMachineHoweverItIsWrittenNothingIsConnected(String host) {
        for (String scheme : List.of("http", "https")) {
            assertRefused(302, scheme + "://" + host + ':' + elsewhere.port() + "/a.mp3");
        }
    }

    @ParameterizedTest
    @CsvSource({"https, 1", "http, 0"})
    @Tag("F45")
    void toANameThatLeadsToThisMachineNothingIsConnected(String scheme, int lookups) {
        assertRefused(302, scheme + "://audio.example:" + elsewhere.port() + "/a.mp3");
        assertThat(network.lookups()).isEqualTo(lookups);
        assertThat(connects.tried).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "file:/etc/passwd", "//audio.example/a.mp3", "///etc/passwd"})
    @Tag("F48")
    void toAFileOrToAHostWithoutASchemeNothingIsConnected(String location) {
        assertRefused(302, location);
        assertThat(connects.tried).isEmpty();
    }

    @Test
    @Tag("F47")
    @Tag("S5")
    void aNameThatWasPublicAndIsThisMachineTheNextTimeIsRefusedBeforeTheConnect() throws Exception {
        Rebinding names = new Rebinding(
                InetAddress.getByAddress(new byte[] {93, (byte) 184, (byte) 216, 34}), FaultyNetwork.loopback(1));
        String location = "https://audio.example:" + elsewhere.port() + "/a.mp3";
        redirect(302, location);
        redirect(302, location);

        DownloadException failure = failure(2, names, connects);

        assertThat(sockets.elsewhere()).containsExactly("93.184.216.34");
        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(elsewhere.connections()).isZero();
    }

    private void assertRefused(int status, String location) {
        redirect(status, location);
        DownloadException failure = failure(1, network, connects);

        assertThat(failure.reason()).as(location).isEqualTo(Reason.UNSAFE_URL);
        assertThat(elsewhere.connections()).as(location).isZero();
        assertThat(sockets.elsewhere()).as(location).isEmpty();
        assertThat(connects.made)
                .as(location)
                .allSatisfy(address -> assertThat(address.getPort()).isEqualTo(home.port()));
        assertThat(connects.failures)
                .as(location)
                .allSatisfy(reason -> assertThat(reason).isInstanceOf(AddressGuard.UnsafeUrlException.class));
    }

    private void redirect(int status, String location) {
        home.then(conversation -> {
            conversation.readRequest();
            conversation.write(
                    "HTTP/1.1 " + status + " Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
        });
    }

    /** {@code home} is the provider's own origin, the one place on this machine where downloads may come from. */
    private DownloadException failure(int attempts, Dns names, EventListener listener) {
        UnaryOperator<OkHttpClient> wiring = client -> client.newBuilder()
                .dns(names)
                .socketFactory(sockets.inPlaceOf(client.socketFactory()))
                .eventListener(listener)
                .build();
        // Its port would be refused before anything else.
        ProviderSettings settings =
                ProviderSettings.of("").withAttempts(attempts).withPreviewHosts("audio.example:" + elsewhere.port());
        VirtualTime time = new VirtualTime();
        try (GuardedDownloader downloader =
                new GuardedDownloader(home.uri("/v1/"), settings, new ProviderContext(time.clock(), time), wiring)) {
            CallScope scope = CallScope.of("fake", Duration.ofMinutes(1), null, null, time);
            return catchThrowableOfType(
                    DownloadException.class,
                    () -> downloader.download(
                            home.uri("/a.mp3"), Step.DOWNLOAD, 1_000, scope, OutputStream::nullOutputStream));
        }
    }

    /** Where connections were made to, and what became of those that were not. */
    private final class Connects extends EventListener {
        private final List<InetSocketAddress> made = new CopyOnWriteArrayList<>();
        private final List<InetSocketAddress> tried = new CopyOnWriteArrayList<>();
        private final List<IOException> failures = new CopyOnWriteArrayList<>();

        @Override
        public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
            if (address.getPort() != home.port()) {
                tried.add(address);
            }
        }

        @Override
        public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
            made.add(address);
        }

        @Override
        public void connectFailed(
                Call call, InetSocketAddress address, Proxy proxy, Protocol protocol, IOException reason) {
            failures.add(reason);
        }
    }

    /** One answer for each time a name is asked for. */
    private static final class Rebinding implements Dns {
        private final Deque<InetAddress> answers;

        Rebinding(InetAddress... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public List<InetAddress> lookup(String name) throws UnknownHostException {
            // An address written as digits is never asked for here.
            return List.of(answers.remove());
        }
    }
}
