package io.voicecloner.http;

import static io.voicecloner.http.FaultyNetwork.loopback;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Delivery;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.WholeCalls.Kind;
import io.voicecloner.spi.CallScope;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A name with two addresses: the second is for whom the first does not let in, and not for a request that was sent already. */
@Tag("faults")
class SecondAddressTest {
    private static final int FIRST = 2;
    private static final int SECOND = 3;

    private final FaultyNetwork network = FaultyNetwork.leadingTo(loopback(FIRST), loopback(SECOND));
    private ScriptedServer second;
    private URI base;

    @BeforeEach
    void start() throws Exception {
        second = new ScriptedServer(new ServerSocket(0, 50, loopback(SECOND)));
        second.then(ScriptedServer.json("{\"ok\":1}"));
        base = URI.create("http://localhost:" + second.port() + "/");
    }

    @AfterEach
    void stop() throws Exception {
        second.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UPLOAD", "CREATE_BY_ID", "CREATE"})
    @Tag("F02")
    void whereTheFirstLetsNobodyInTheSecondIsAskedInTheSameAttempt(Kind kind) {
        try (WholeCalls calls = new WholeCalls(base, network::wire)) {
            CallScope scope = CallScope.of("probe", Duration.ofMinutes(5), null, null, calls.time);

            calls.make(kind, scope);

            assertThat(second.received()).isEqualTo(1);
            assertThat(network.lookups()).isEqualTo(1);
            assertThat(calls.time.waits()).isEmpty();
            assertThat(scope.createAttempts()).isEqualTo(kind == Kind.UPLOAD ? 0 : 1);
        }
    }

    @Test
    @Tag("F02")
    void aDownloadFindsTheSecondToo() throws Exception {
        try (ScriptedServer host = new ScriptedServer(new ServerSocket(0, 50, loopback(SECOND)));
                WholeCalls calls = new WholeCalls(URI.create("http://localhost:" + host.port() + "/"), network::wire)) {
            host.then(ScriptedServer.answer("200 OK", "Content-Type: audio/mpeg\r\n", "ID3 sound"));

            assertThatCode(() -> calls.make(Kind.DOWNLOAD)).doesNotThrowAnyException();

            assertThat(host.received()).isEqualTo(1);
            assertThat(calls.time.waits()).isEmpty();
        }
    }

    @Test
    @Tag("F26")
    void aRequestThatTheFirstTookIsNotForTheSecond() throws Exception {
        try (ScriptedServer first = first();
                WholeCalls calls = new WholeCalls(base, network::wire)) {
            VoiceClonerException failure = calls.failure(Kind.CREATE);

            assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(first.received()).isEqualTo(1);
            assertThat(second.received()).isZero();
            assertThat(second.connections()).isZero();
        }
    }

    @Test
    @Tag("F26")
    void aClientWithoutOurRulesWouldSendItToBoth() throws Exception {
        try (ScriptedServer first = first();
                WholeCalls calls = new WholeCalls(base, client -> careless(network.wire(client)))) {
            calls.make(Kind.CREATE);

            assertThat(first.received()).isEqualTo(1);
            assertThat(second.received()).isEqualTo(1);
        }
    }

    /** Takes one request whole and closes, at the first address. */
    private ScriptedServer first() throws Exception {
        return new ScriptedServer(new ServerSocket(second.port(), 50, loopback(FIRST)))
                .then(ScriptedServer.Conversation::readRequest);
    }

    private static OkHttpClient careless(OkHttpClient client) {
        OkHttpClient.Builder builder = client.newBuilder().retryOnConnectionFailure(true);
        builder.interceptors().removeIf(OneShotBodies.class::isInstance);
        builder.networkInterceptors().removeIf(OnceOnTheWire.class::isInstance);
        return builder.build();
    }
}
