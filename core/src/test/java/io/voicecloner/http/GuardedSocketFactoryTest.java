package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last moment at which a connection can be refused: when the address it really goes to is known. */
@Tag("S3")
class GuardedSocketFactoryTest {
    private static final AddressGuard STRICT_GUARD = new AddressGuard(null, false, List.of());
    private static final AddressGuard GUARD_FOR_TESTS = new AddressGuard(null, true, List.of());

    private static final NoNetwork NETWORK = new NoNetwork();
    private static final GuardedSocketFactory STRICT = NETWORK.recorded((address, port) -> STRICT_GUARD.check(address));
    private static final GuardedSocketFactory FOR_TESTS =
            NETWORK.recorded((address, port) -> GUARD_FOR_TESTS.check(address));

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.1", "192.168.1.1", "169.254.169.254", "0.0.0.0", "::1", "fd00::1", "64:ff9b::7f00:1"})
    void aSocketDoesNotConnectToAnAddressThatIsNotPublic(String address) throws Exception {
        InetSocketAddress target = new InetSocketAddress(InetAddress.getByName(address), 443);
        try (Socket socket = FOR_TESTS.createSocket()) {
            if (!target.getAddress().isLoopbackAddress()) {
                expectRefusal(socket, target);
            }
        }
        try (Socket socket = STRICT.createSocket()) {
            expectRefusal(socket, target);
            assertThat(socket.isConnected()).isFalse();
        }
    }

    @Test
    void aServerOnLoopbackNeverHearsOfARefusedConnection() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = STRICT.createSocket()) {
            server.setSoTimeout(50);
            expectRefusal(socket, server.getLocalSocketAddress());
            assertThatThrownBy(server::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void everyWayToMakeAConnectedSocketIsGuarded() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetAddress here = server.getInetAddress();
            int port = server.getLocalPort();
            assertThatThrownBy(() -> STRICT.createSocket(here, port))
                    .isInstanceOf(AddressGuard.UnsafeUrlException.class);
            assertThatThrownBy(() -> STRICT.createSocket(here, port, here, 0))
                    .isInstanceOf(AddressGuard.UnsafeUrlException.class);
            assertThatThrownBy(() -> STRICT.createSocket("127.0.0.1", port))
                    .isInstanceOf(AddressGuard.UnsafeUrlException.class);
            assertThatThrownBy(() -> STRICT.createSocket("127.0.0.1", port, here, 0))
                    .isInstanceOf(AddressGuard.UnsafeUrlException.class);
        }
    }

    @Test
    void loopbackIsConnectedToWhereItIsAllowed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = FOR_TESTS.createSocket()) {
            socket.connect(server.getLocalSocketAddress(), 200);
            assertThat(socket.isConnected()).isTrue();
        }
    }

    /** With plain sockets, the proxy of this property would be connected to, and told where to go on. */
    @Test
    @ResourceLock(Resources.SYSTEM_PROPERTIES)
    void aSocksProxyOfTheJvmDoesNotConnectForThem() throws Exception {
        try (ScriptedServer socks = new ScriptedServer();
                ScriptedServer server = new ScriptedServer();
                Socket socket = FOR_TESTS.createSocket();
                Socket plain = new Socket()) {
            System.setProperty("socksProxyHost", "127.0.0.1");
            System.setProperty("socksProxyPort", String.valueOf(socks.port()));
            System.setProperty("socksNonProxyHosts", "");
            InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());

            socket.connect(target, 200);
            assertThat(socks.connections()).isZero();

            assertThatThrownBy(() -> plain.connect(target, 200)).isInstanceOf(IOException.class);
            assertThat(socks.connections()).isPositive();
        } finally {
            System.clearProperty("socksProxyHost");
            System.clearProperty("socksProxyPort");
            System.clearProperty("socksNonProxyHosts");
        }
    }

    @Test
    void anAddressThatWasNotResolvedIsRefused() throws Exception {
        try (Socket socket = FOR_TESTS.createSocket()) {
            expectRefusal(socket, InetSocketAddress.createUnresolved("audio.example", 443));
            expectRefusal(socket, new SocketAddress() {
                private static final long serialVersionUID = 1L;
            });
        }
    }

    private static void expectRefusal(Socket socket, SocketAddress target) {
        assertThatThrownBy(() -> socket.connect(target, 1)).isInstanceOf(AddressGuard.UnsafeUrlException.class);
        assertThatThrownBy(() -> socket.connect(target)).isInstanceOf(AddressGuard.UnsafeUrlException.class);
    }
}
