package io.voicecloner.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A server on loopback that does to each connection just what a test says, and remembers every byte of every whole request. It
 * speaks HTTP/1.1 with one request for each connection and bodies of announced length; what it answers may be anything at all.
 *
 * <pre>{@code
 * try (WireServer server = new WireServer(request -> Reply.json("{\"id\":\"voice-1\"}"))) {
 *   …                                             // a client at server.uri("/v1")
 *   server.received().get(0).header("Accept");    // what it sent
 * }
 * }</pre>
 *
 * <p>Thread-safe. Its threads are daemons.
 */
public final class WireServer implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 1_000;

    private final ServerSocket socket;
    private final Thread acceptor;
    private final Script script;
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** Those that are open, with the thread that serves each. */
    private final Map<Socket, Thread> connections = new ConcurrentHashMap<>();

    /** What to do about a request. Runs on the connection's own thread; one that throws leaves the client without an answer. */
    @FunctionalInterface
    public interface Script {
        Reply to(Received request) throws Exception;
    }

    /** What happens on a connection once the whole request is in; afterwards the connection is closed. */
    @FunctionalInterface
    public interface Reply {
        void on(Socket connection) throws IOException;

        /** Exactly these bytes. */
        static Reply bytes(byte[] raw) {
            return connection -> {
                connection.getOutputStream().write(raw);
                connection.getOutputStream().flush();
            };
        }

        /** A complete answer. The headers are whole lines, {@code Retry-After: 7}, without their ends. */
        static Reply of(int status, String type, String body, String... headers) {
            return bytes(message(status, type, body.getBytes(StandardCharsets.UTF_8), headers));
        }

        /** A complete answer with status 200 and JSON. */
        static Reply json(String body) {
            return of(200, "application/json", body);
        }

        /** The bytes of a complete answer, for {@link #bytes} to send whole or in part. */
        static byte[] message(int status, String type, byte[] body, String... headers) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Word\r\n");
            head.append("Content-Type: ").append(type).append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            whole.writeBytes(head.append("Connection: close\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8));
            whole.writeBytes(body);
            return whole.toByteArray();
        }

        /** No byte, an orderly end. */
        static Reply end() {
            return connection -> {};
        }

        /** No byte, a reset. */
        static Reply reset() {
            return connection -> connection.setSoLinger(true, 0);
        }

        /** No byte until the client goes. */
        static Reply silence() {
            return connection -> connection.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    /** Starts one on a free port of 127.0.0.1; it lets clients in when this returns. */
    public WireServer(Script script) {
        this.script = script;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = daemon(this::accept);
        acceptor.start();
    }

    /** The address of a path, which begins with a slash, at this server. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** Every request that came whole, in order of its last byte. A live view that nobody can change. */
    public List<Received> received() {
        return Collections.unmodifiableList(received);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread thread = daemon(() -> serve(connection));
                connections.put(connection, thread);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = connection.getInputStream();
            String head = head(in);
            int length = Received.contentLength(head);
            byte[] body = in.readNBytes(length);
            if (body.length < length) {
                return;
            }
            Received request = new Received(head, body);
            received.add(request);
            script.to(request).on(connection);
        } catch (Exception ignored) {
            // The client may go whenever it likes; a script that fails leaves the client without an answer.
        } finally {
            connections.remove(connection);
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < 4) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the head ended early");
            }
            head.write(next);
            matched = next == "\r\n\r\n".charAt(matched) ? matched + 1 : next == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "wire-server");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Lets nobody in any more and breaks off the requests under way: their connections are closed and their threads interrupted.
     * Waits for these threads to end, but no longer than a second for each script that heeds no interrupt. A script that
     * closes its own server can still answer. Again is harmless.
     */
    @Override
    public void close() {
        try {
            socket.close();
            // The system goes on letting in until nobody waits for connections any more.
            acceptor.join();
            breakOff();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void breakOff() throws IOException, InterruptedException {
        for (Map.Entry<Socket, Thread> open : connections.entrySet()) {
            Thread thread = open.getValue();
            if (thread != Thread.currentThread()) {
                thread.interrupt();
                open.getKey().close();
                thread.join(PATIENCE_MILLIS);
            }
        }
    }
}
