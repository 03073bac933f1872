package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fuzz.AddressInput;
import io.voicecloner.fuzz.DeniedAddresses;
import io.voicecloner.fuzz.LeapingTime;
import io.voicecloner.fuzz.Nowhere;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.ProviderContext;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Timeout;

/**
 * Addresses of previews, and where the provider redirects to, held against what a socket is really told to connect to. The first line of the
 * input is the address, what follows is what DNS answers.
 */
@Timeout(20)
class DownloadAddressFuzzTest {
    /** The one address that is allowed although it is not public. */
    private static final InetSocketAddress HOME = new InetSocketAddress(InetAddress.getLoopbackAddress(), 9);

    private static final URI HOME_URL = URI.create("http://127.0.0.1:9/v1");
    private static final LeapingTime TIME = new LeapingTime();
    private static AddressInput input = new AddressInput(new byte[0]);
    private static final GuardedDownloader DOWNLOADER = new GuardedDownloader(
            HOME_URL,
            ProviderSettings.of("any").withAttempts(1).withExecutor(Runnable::run),
            new ProviderContext(Clock.systemUTC(), TIME),
            client -> client.newBuilder().dns(host -> input.addressesOf(host)).build());

    @FuzzTest
    void nothingIsConnectedToThatIsDenied(byte[] bytes) {
        // The fuzzer would take the mere try for a finding; here it is what is looked at, and leads nowhere.
        BugDetectors.allowNetworkConnections();
        input = new AddressInput(bytes);
        Nowhere.forget();
        Nowhere.answerAt(
                HOME,
                ("HTTP/1.1 302 Found\r\nLocation: " + input.address() + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));

        download(HOME_URL);
        PreviewAddress.read(input.address()).ifPresent(DownloadAddressFuzzTest::download);

        assertThat(Nowhere.targets()).contains(HOME);
        Nowhere.targets().stream()
                .filter(target -> !target.equals(HOME))
                .forEach(target -> assertThat(DeniedAddresses.blockOf(target.getAddress()))
                        .as("%s was to be connected to", target)
                        .isEmpty());
    }

    private static void download(URI address) {
        TIME.leap();
        CallScope scope = CallScope.of("any", Duration.ofHours(1), null, null, TIME);
        try {
            DOWNLOADER.download(address, Step.DOWNLOAD, 1_000, scope, OutputStream::nullOutputStream);
        } catch (VoiceClonerException e) {
            assertThat(e.voiceMayExist()).isFalse();
        }
    }
}
