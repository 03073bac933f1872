package io.voicecloner.http;

import static io.voicecloner.http.FaultyNetwork.loopback;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.http.WholeCalls.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody could be reached: nothing was done, so that it may be tried again, as often as each kind of trouble deserves. */
@Tag("faults")
class NeverConnectedTest {
    @ParameterizedTest
    @EnumSource
    @Tag("F01")
    void aNameThatDoesNotResolveIsAskedForOnceMoreWhenJavaHasForgottenIt(Kind kind) {
        FaultyNetwork network = FaultyNetwork.withoutNames();
        try (WholeCalls calls = new WholeCalls(URI.create("https://nobody.invalid/"), network::wire)) {
            VoiceClonerException failure = calls.failure(kind);

            assertThat(failure.reason()).isEqualTo(Reason.DNS);
            expectNotSent(failure);
            assertThat(network.lookups()).isEqualTo(2);
            assertThat(calls.time.waits())
                    .singleElement()
                    .satisfies(wait -> assertThat(wait).isGreaterThanOrEqualTo(Duration.ofSeconds(10)));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UPLOAD", "CREATE_BY_ID", "CREATE"})
    @Tag("F03")
    void aRefusedConnectionIsTriedThreeTimesAndTheBreakerCountsEachOfThem(Kind kind) throws Exception {
        FaultyNetwork network = FaultyNetwork.leadingTo(InetAddress.getLoopbackAddress());
        try (WholeCalls calls = new WholeCalls(nobodyListens(), network::wire)) {
            VoiceClonerException failure = calls.failure(kind);

            assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
            assertThat(failure.attempts()).isEqualTo(3);
            expectNotSent(failure);
            assertThat(network.lookups()).isEqualTo(3);
            assertThat(calls.time.waits()).hasSize(2);

            // Five failures open it: three of the first call and two of the second.
            assertThat(calls.failure(kind).reason()).isEqualTo(Reason.BREAKER_OPEN);
            assertThat(network.lookups()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "DOWNLOAD")
    @Tag("F03")
    void aRefusedDownloadIsTriedThreeTimesAndSaysNothingOfTheNextOne(Kind kind) throws Exception {
        FaultyNetwork network = FaultyNetwork.leadingTo(InetAddress.getLoopbackAddress());
        try (WholeCalls calls = new WholeCalls(nobodyListens(), network::wire)) {
            for (int call = 1; call <= 3; call++) {
                assertThat(calls.failure(kind).reason()).isEqualTo(Reason.CONNECT);
                assertThat(network.lookups()).isEqualTo(3 * call);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UPLOAD", "CREATE_BY_ID", "CREATE"})
    @Tag("F04")
    void aConnectionThatNobodyTakesIsWaitedForTwice(Kind kind) throws Exception {
        FaultyNetwork network = FaultyNetwork.leadingTo(InetAddress.getLoopbackAddress());
        List<Socket> waiting = new ArrayList<>();
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                WholeCalls calls = new WholeCalls(http(full.getLocalPort()), network::wire)) {
            fill(full, waiting);
            long start = System.nanoTime();

            VoiceClonerException failure = calls.failure(kind);

            // Twice 300 ms; the pause between them takes no time here.
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(Duration.ofMillis(600), Duration.ofMillis(2_600));
            assertThat(failure.reason()).isEqualTo(Reason.CONNECT_TIMEOUT);
            expectNotSent(failure);
            assertThat(network.lookups()).isEqualTo(2);
        } finally {
            for (Socket socket : waiting) {
                socket.close();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UPLOAD", "CREATE_BY_ID", "CREATE"})
    @Tag("F05")
    void aServerThatDoesNotSpeakTlsIsToldNothingAndAskedTwice(Kind kind) throws Exception {
        try (ScriptedServer server = new ScriptedServer()) {
            for (int connection = 0; connection < 4; connection++) {
                server.then(conversation -> conversation.write("220 mail.example ESMTP\r\n"));
            }
            URI https = URI.create("https://127.0.0.1:" + server.port() + "/");
            try (WholeCalls calls = new WholeCalls(https, UnaryOperator.identity())) {
                VoiceClonerException failure = calls.failure(kind);

                assertThat(failure.reason()).isEqualTo(Reason.TLS);
                expectNotSent(failure);
            }
            assertThat(server.connections()).isEqualTo(2);
            assertThat(server.heads()).isEmpty();
        }
    }

    private static void expectNotSent(VoiceClonerException failure) {
        assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.moneyMayBeSpent()).isFalse();
    }

    private static URI nobodyListens() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, loopback(1))) {
            return http(taken.getLocalPort());
        }
    }

    private static URI http(int port) {
        return URI.create("http://localhost:" + port + "/");
    }

    /** Connects until the system lets nobody in any more. */
    private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket next = new Socket();
            waiting.add(next);
            try {
                next.connect(server.getLocalSocketAddress(), 200);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IllegalStateException("the queue never filled");
    }
}
