package io.voicecloner.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import javax.net.SocketFactory;

/**
 * Makes sockets that ask a guard before they connect. A check of the name or of DNS alone would be passed by: literals are
 * never looked up, and a name may lead elsewhere the second time.
 */
final class GuardedSocketFactory extends SocketFactory {
    private final Judge judge;

    GuardedSocketFactory(Judge judge) {
        this.judge = judge;
    }

    /** Says no to an address by throwing. */
    @FunctionalInterface
    interface Judge {
        void check(InetAddress address, int port) throws IOException;
    }

    /** Who is asked. */
    Judge judge() {
        return judge;
    }

    @Override
    public Socket createSocket() {
        return new GuardedSocket(judge);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = createSocket();
        socket.connect(address);
        return socket;
    }

    private static final class GuardedSocket extends Socket {
        private final Judge judge;

        GuardedSocket(Judge judge) {
            // Otherwise -DsocksProxyHost would connect for us, past the guard.
            super(Proxy.NO_PROXY);
            this.judge = judge;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress target) || target.isUnresolved()) {
                throw new AddressGuard.UnsafeUrlException("it does not lead to an internet address");
            }
            judge.check(target.getAddress(), target.getPort());
            super.connect(endpoint, timeout);
        }

        @Override
        public void connect(SocketAddress endpoint) throws IOException {
            connect(endpoint, 0);
        }
    }
}
