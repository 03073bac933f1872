package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The last moment at which a connection can be refused: when the address it really goes to is known. */
class GuardedSocketFactoryTest {
    private static final GuardedSocketFactory STRICT = new GuardedSocketFactory(new AddressGuard(null, false));
    private static final GuardedSocketFactory FOR_TESTS = new GuardedSocketFactory(new AddressGuard(null, true));

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

    @Test
    void theProvidersOwnPortIsConnectedToAndNoOther() throws Exception {
        try (ServerSocket own = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            AddressGuard guard = new AddressGuard(URI.create("http://127.0.0.1:" + own.getLocalPort() + "/v1/"), false);
            GuardedSocketFactory sockets = new GuardedSocketFactory(guard);
            try (Socket socket = sockets.createSocket()) {
                socket.connect(own.getLocalSocketAddress(), 200);
                assertThat(socket.isConnected()).isTrue();
            }
            try (Socket socket = sockets.createSocket()) {
                expectRefusal(socket, other.getLocalSocketAddress());
            }
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
