package io.voicecloner.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;

/** A network that consists of answers, one for each connection. Its sockets connect to nothing. For one thread. */
public final class Wire extends SocketFactory {
    private final List<byte[]> answers = new ArrayList<>();
    private final List<ByteArrayOutputStream> requests = new ArrayList<>();

    /** Forgets what was before; these bytes are what will be read, connection after connection. */
    public void answers(List<byte[]> bytes) {
        requests.clear();
        answers.clear();
        answers.addAll(bytes);
    }

    /** How many requests were begun. */
    public int requests() {
        return requests.size();
    }

    /** What was sent on one of the connections. */
    public String request(int number) {
        return requests.get(number).toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public Socket createSocket() {
        return new Connection();
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

    private final class Connection extends Socket {
        private final ByteArrayOutputStream request = new ByteArrayOutputStream();
        private InputStream answer = InputStream.nullInputStream();
        private boolean closed;

        Connection() {
            super(Proxy.NO_PROXY);
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (requests.size() == answers.size()) {
                throw new ConnectException("more requests than answers");
            }
            answer = new ByteArrayInputStream(answers.get(requests.size()));
            requests.add(request);
        }

        @Override
        public InputStream getInputStream() {
            return answer;
        }

        @Override
        public OutputStream getOutputStream() {
            return request;
        }

        @Override
        public synchronized void setSoTimeout(int millis) {}

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public synchronized void close() {
            closed = true;
        }
    }
}
