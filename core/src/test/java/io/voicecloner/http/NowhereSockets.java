package io.voicecloner.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;

/**
 * Sockets for a test in which a name leads out of this machine. What other sockets may do on this machine, these do through them; to anywhere else
 * they send nothing, as if nobody listened there, and it is written down.
 */
final class NowhereSockets {
    private final List<String> elsewhere = new CopyOnWriteArrayList<>();

    /** The addresses elsewhere to which somebody wanted to connect. */
    List<String> elsewhere() {
        return elsewhere;
    }

    SocketFactory inPlaceOf(SocketFactory sockets) {
        return new Factory(sockets);
    }

    private final class Factory extends SocketFactory {
        private final SocketFactory sockets;

        Factory(SocketFactory sockets) {
            this.sockets = sockets;
        }

        /** One that {@code sockets} made, and so a socket like theirs, unless it would go out. */
        @Override
        public Socket createSocket() throws IOException {
            return new Turnstile(sockets.createSocket());
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Turnstile extends Socket {
        private final Socket socket;

        Turnstile(Socket socket) {
            super(Proxy.NO_PROXY);
            this.socket = socket;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            InetAddress address = ((InetSocketAddress) endpoint).getAddress();
            if (!address.isLoopbackAddress() && !address.isAnyLocalAddress()) {
                elsewhere.add(address.getHostAddress());
                throw new ConnectException("nobody listens there");
            }
            socket.connect(endpoint, timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return socket.getInputStream();
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            return socket.getOutputStream();
        }

        @Override
        public synchronized void setSoTimeout(int millis) throws SocketException {
            socket.setSoTimeout(millis);
        }

        @Override
        public boolean isConnected() {
            return socket.isConnected();
        }

        @Override
        public boolean isClosed() {
            return socket.isClosed();
        }

        @Override
        public synchronized void close() throws IOException {
            socket.close();
        }
    }
}
