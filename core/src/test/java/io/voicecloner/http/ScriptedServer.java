package io.voicecloner.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that does to a connection just what a test says, byte by byte, and counts the requests that came whole. */
public final class ScriptedServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Deque<Behaviour> script = new ArrayDeque<>();
    private final List<String> heads = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    /** What to do with one connection. */
    public interface Behaviour {
        void on(Conversation conversation) throws IOException;
    }

    public ScriptedServer() throws IOException {
        this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    }

    /** One that lets in through this socket, which it closes in the end. */
    public ScriptedServer(ServerSocket socket) {
        this.socket = socket;
        Thread thread = new Thread(this::accept, "scripted-server");
        thread.setDaemon(true);
        thread.start();
    }

    /** The next connection is treated like this; once the script is over, connections are closed at once. */
    public ScriptedServer then(Behaviour behaviour) {
        synchronized (script) {
            script.add(behaviour);
        }
        return this;
    }

    public static Behaviour answer(String status, String headers, String body) {
        return conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 " + status + "\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n" + headers + "\r\n" + body);
        };
    }

    public static Behaviour json(String body) {
        return answer("200 OK", "Content-Type: application/json\r\n", body);
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    /** How many requests came whole, body included. */
    public int received() {
        return received.get();
    }

    /** Request lines and headers of what came. */
    public List<String> heads() {
        return heads;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                connections.incrementAndGet();
                open.add(connection);
                Behaviour behaviour;
                synchronized (script) {
                    behaviour = script.isEmpty() ? conversation -> {} : script.remove();
                }
                Thread thread = new Thread(() -> serve(connection, behaviour), "scripted-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection, Behaviour behaviour) {
        try (connection) {
            behaviour.on(new Conversation(connection));
        } catch (IOException ignored) {
            // The client may go whenever it likes.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket connection : open) {
            connection.close();
        }
    }

    /** One connection. */
    public final class Conversation {
        private final Socket connection;
        private final InputStream in;
        private final OutputStream out;

        Conversation(Socket connection) throws IOException {
            this.connection = connection;
            this.in = connection.getInputStream();
            this.out = connection.getOutputStream();
        }

        /** Reads the head, up to and with the empty line. */
        public String readHead() throws IOException {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    throw new IOException("the head ended early");
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.ISO_8859_1);
            heads.add(text);
            return text;
        }

        /** Goes on in TLS, as the other end of a tunnel. */
        public Conversation secured(SSLContext context) throws IOException {
            SSLSocket secure = (SSLSocket) context.getSocketFactory()
                    .createSocket(connection, connection.getInetAddress().getHostAddress(), connection.getPort(), true);
            secure.setUseClientMode(false);
            return new Conversation(secure);
        }

        /** Reads a whole request and counts it. */
        public byte[] readRequest() throws IOException {
            String head = readHead();
            int length = head.lines()
                    .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:"))
                    .mapToInt(line -> Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).strip()))
                    .findFirst()
                    .orElse(0);
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                throw new IOException("the body ended early");
            }
            received.incrementAndGet();
            return body;
        }

        /** The protocol that was agreed on in the TLS handshake, which this makes; empty if none was. */
        public String protocol() throws IOException {
            SSLSocket secure = (SSLSocket) connection;
            secure.startHandshake();
            return secure.getApplicationProtocol();
        }

        /** Who the client says it is in the TLS handshake, which this makes. */
        public String client() throws IOException {
            SSLSocket secure = (SSLSocket) connection;
            secure.startHandshake();
            return secure.getSession().getPeerPrincipal().getName();
        }

        public void readBytes(int count) throws IOException {
            in.readNBytes(count);
        }

        public void write(String text) throws IOException {
            write(text.getBytes(StandardCharsets.UTF_8));
        }

        public void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Does nothing for a while, at most 250 ms. */
        public void rest(int millis) throws IOException {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        /** Closes with a reset instead of an end. */
        public void reset() throws IOException {
            connection.setSoLinger(true, 0);
            connection.close();
        }

        /** Blocks until the client goes. */
        public void waitForClientToGo() throws IOException {
            while (in.read() >= 0) {
                // Whatever still comes is of no interest.
            }
        }
    }
}
