package io.voicecloner.emulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a caller of Novita would have put its recordings. */
final class AudioServer implements AutoCloseable {
    private final HttpServer server;
    final AtomicInteger hits = new AtomicInteger();

    AudioServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    /** Serves it and tells the URL. */
    String publish(String path, byte[] content) {
        server.createContext(path, exchange -> {
            hits.incrementAndGet();
            exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        return url(path);
    }

    /** Answers with zeros, as many as asked for, without ever holding them. */
    String publishZeros(String path, long bytes) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] zeros = new byte[64 * 1024];
            try (exchange) {
                for (long left = bytes; left > 0; left -= zeros.length) {
                    exchange.getResponseBody().write(zeros, 0, (int) Math.min(left, zeros.length));
                }
            } catch (IOException e) {
                // The reader has had enough.
            }
        });
        return url(path);
    }

    /** Announces more than it sends. */
    String publishCutShort(String path, byte[] content) {
        server.createContext(path, exchange -> {
            exchange.sendResponseHeaders(200, content.length);
            exchange.getResponseBody().write(content, 0, content.length / 2);
            exchange.getResponseBody().flush();
            throw new IOException("cut short");
        });
        return url(path);
    }

    String redirect(String path, String target) {
        server.createContext(path, exchange -> redirect(exchange, target));
        return url(path);
    }

    private static void redirect(HttpExchange exchange, String target) throws IOException {
        exchange.getResponseHeaders().set("Location", target);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
