package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.DownloadException;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that leads to several addresses, or to another one each time. */
class MixedAnswersTest {
    private static final AddressGuard GUARD = new AddressGuard(null, false, List.of());

    private final NoNetwork network = new NoNetwork();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.216.34 10.0.0.1",
                "10.0.0.1 93.184.216.34",
                "93.184.216.34 1.1.1.1 127.0.0.1",
                "2606:2800:220:1:248:1893:25c8:1946 fd00::1",
                "93.184.216.34 ::1",
                "93.184.216.34 ::ffff:169.254.169.254",
                "93.184.216.34 64:ff9b::a00:1",
                "93.184.216.34 2002:a00:1::1",
                "93.184.216.34 ::10.0.0.1",
                "93.184.216.34 0.0.0.0",
            })
    @Tag("B66")
    @Tag("S4")
    void oneThatIsNotPublicSpoilsThemAll(String answers) {
        network.with("audio.example", answers.split(" "));

        DownloadException failure = failure(1);

        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(failure).hasMessageContaining("an address that is not public");
        assertThat(network.lookups()).containsExactly("audio.example");
        assertThat(network.reached()).isEmpty();
    }

    @Test
    @Tag("B66")
    void severalPublicOnesAreAsGoodAsOne() {
        network.with("audio.example", "93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946");

        assertThat(failure(1).reason()).isEqualTo(Reason.CONNECT);
        assertThat(network.reached()).isNotEmpty();
    }

    @Test
    @Tag("S5")
    void whatWasPublicTheFirstTimeIsLookedAtAnewTheSecondTime() {
        Deque<String> answers = new ArrayDeque<>(List.of("93.184.216.34", "10.0.0.1"));

        DownloadException failure = failure(2, client -> {
            OkHttpClient wired = network.wire(client);
            return wired.newBuilder()
                    .dns(name -> NoNetwork.addresses(answers.remove()))
                    .build();
        });

        assertThat(failure.reason()).isEqualTo(Reason.UNSAFE_URL);
        assertThat(answers).isEmpty();
        assertThat(network.reached()).containsExactly("93.184.216.34:443");
    }

    /** As if the name had led elsewhere when it was checked: here nobody checks names. */
    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.1", "127.0.0.1", "169.254.169.254", "fd00::1", "64:ff9b::a00:1"})
    @Tag("S5")
    void whatIsConnectedToIsLookedAtOnceMore(String address) {
        network.with("audio.example", address);
        OkHttpClient client = network.wire(HttpClients.forDownloads((target, port) -> GUARD.check(target)));
        Call call = client.newCall(
                new Request.Builder().url("https://audio.example/a.mp3").build());

        assertThatThrownBy(call::execute).isInstanceOf(AddressGuard.UnsafeUrlException.class);
        assertThat(network.lookups()).containsExactly("audio.example");
        assertThat(network.reached()).isEmpty();
    }

    @Test
    @Tag("S4")
    void whoAsksForANameIsToldWhyThereIsNoAnswer() throws Exception {
        InetAddress open = InetAddress.getByName("93.184.216.34");
        assertThat(new GuardedDns(GUARD, name -> List.of(open)).lookup("audio.example"))
                .containsExactly(open);
        assertThatThrownBy(() -> new GuardedDns(GUARD, name -> NoNetwork.addresses("93.184.216.34", "10.0.0.1"))
                        .lookup("audio.example"))
                .hasCauseInstanceOf(AddressGuard.UnsafeUrlException.class);
    }

    private DownloadException failure(int attempts) {
        return failure(attempts, network::wire);
    }

    private static DownloadException failure(int attempts, java.util.function.UnaryOperator<OkHttpClient> wiring) {
        VirtualTime time = new VirtualTime();
        try (GuardedDownloader downloader = new GuardedDownloader(
                null,
                ProviderSettings.of("").withAttempts(attempts),
                new ProviderContext(time.clock(), time),
                wiring)) {
            CallScope scope = CallScope.of("fake", Duration.ofMinutes(1), null, null, time);
            return catchThrowableOfType(
                    DownloadException.class,
                    () -> downloader.download(
                            URI.create("https://audio.example/a.mp3"),
                            Step.DOWNLOAD,
                            1_000,
                            scope,
                            OutputStream::nullOutputStream));
        }
    }
}
