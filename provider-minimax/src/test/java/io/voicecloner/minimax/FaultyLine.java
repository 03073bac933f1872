package io.voicecloner.minimax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A line to a server that breaks as a test says: one connection after the other, and then no more. It knows no HTTP. */
final class FaultyLine implements AutoCloseable {
    /** What may lie between the two ends unread: little, so that a test sees at once what is not taken. */
    private static final int WINDOW = 64 * 1024;

    private final InetSocketAddress server;
    private final ServerSocket socket = new ServerSocket();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** What becomes of a connection in place of reaching the server; afterwards it is closed. */
    @FunctionalInterface
    interface Fault {
        void on(Socket client) throws IOException;
    }

    FaultyLine(URI server) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        socket.setReceiveBufferSize(WINDOW);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        daemon(this::accept);
    }

    FaultyLine then(Fault fault) {
        faults.add(fault);
        return this;
    }

    /** Takes so many bytes and resets the connection. */
    static Fault resetAfter(int bytes) {
        return client -> {
            client.getInputStream().readNBytes(bytes);
            client.setSoLinger(true, 0);
        };
    }

    /** Takes so many bytes and no more, and leaves the connection open. */
    Fault stallAfter(int bytes) {
        return client -> {
            client.getInputStream().readNBytes(bytes);
            awaitClosed();
        };
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** How many were made, broken ones among them. */
    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                open.add(client);
                Fault fault = faults.poll();
                daemon(() -> serve(client, fault == null ? this::pass : fault));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void serve(Socket client, Fault fault) {
        try (client) {
            fault.on(client);
        } catch (IOException ignored) {
            // Either end may go whenever it likes.
        }
    }

    private void pass(Socket client) throws IOException {
        try (Socket behind = new Socket(server.getAddress(), server.getPort())) {
            open.add(behind);
            daemon(() -> serve(client, ignored -> copy(client, behind)));
            copy(behind, client);
        }
    }

    private static void copy(Socket from, Socket to) throws IOException {
        InputStream in = from.getInputStream();
        in.transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    private void awaitClosed() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "faulty-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
