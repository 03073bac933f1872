package io.voicecloner.minimax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A line to a server on which the system lets nobody in, until a test lets everybody in. */
final class FullLine implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final InetSocketAddress server;
    private final List<Socket> open = new ArrayList<>();

    FullLine(URI server) throws IOException {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort());
        fill();
    }

    private void fill() throws IOException {
        for (int i = 0; i < 20; i++) {
            Socket next = new Socket();
            open.add(next);
            try {
                next.connect(socket.getLocalSocketAddress(), 150);
            } catch (SocketTimeoutException full) {
                return;
            }
        }
        throw new IllegalStateException("the queue never filled");
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
    }

    /** Whether somebody in this JVM is about to connect. */
    static boolean somebodyConnects() {
        return somebodyIsIn("connect");
    }

    /** Whether somebody in this JVM is writing, at each of several looks. */
    static boolean somebodyIsStuckWriting() {
        for (int look = 0; look < 5; look++) {
            if (!somebodyIsIn("implWrite")) {
                return false;
            }
            LockSupport.parkNanos(1_000_000);
        }
        return true;
    }

    private static boolean somebodyIsIn(String method) {
        return Thread.getAllStackTraces().values().stream().anyMatch(stack -> in(stack, method));
    }

    private static boolean in(StackTraceElement[] stack, String method) {
        for (StackTraceElement each : stack) {
            if (each.getClassName().equals("sun.nio.ch.NioSocketImpl")
                    && each.getMethodName().equals(method)) {
                return true;
            }
        }
        return false;
    }

    /** Lets everybody in from now on. */
    void letIn() throws IOException {
        for (Socket each : open) {
            each.close();
        }
        daemon(() -> {
            while (true) {
                pass(socket.accept());
            }
        });
    }

    private void pass(Socket client) {
        daemon(() -> {
            try (client;
                    Socket behind = new Socket(server.getAddress(), server.getPort())) {
                daemon(() -> copy(client, behind));
                copy(behind, client);
            }
        });
    }

    private static void copy(Socket from, Socket to) throws IOException {
        from.getInputStream().transferTo(to.getOutputStream());
        to.shutdownOutput();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ignored) {
                        // Either end may go whenever it likes.
                    }
                },
                "full-line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
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
