package io.voicecloner.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A host of the upload-then-clone dialect that misbehaves as a test tells it to. */
final class FakeProvider implements AutoCloseable {
    static final String KEY = "fake-key-4711";
    static final String UPLOADED =
            "{\"file\":{\"file_id\":4711},\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";
    static final String CLONED =
            "{\"input_sensitive\":false,\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, String> bodies = new ConcurrentHashMap<>();
    private final CountDownLatch ends = new CountDownLatch(1);
    private final CountDownLatch silent = new CountDownLatch(1);
    private final HttpServer server;

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        answer("/v1/files/upload", 200, UPLOADED);
        answer("/v1/voice_clone", 200, CLONED);
    }

    /** Answers on a path, instead of what was said before. */
    FakeProvider answer(String path, int status, String body) {
        return on(path, exchange -> send(exchange, status, "application/json", body));
    }

    FakeProvider answerHtml(String path) {
        return on(path, exchange -> send(exchange, 200, "text/html", "<html><body>Welcome</body></html>"));
    }

    /** Takes the request on a path and never answers. */
    FakeProvider fallSilent(String path) {
        return on(path, exchange -> {
            silent.countDown();
            try {
                ends.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });
    }

    /** Takes the request on a path and hangs up. */
    FakeProvider hangUp(String path) {
        return on(path, exchange -> {
            silent.countDown();
            exchange.close();
        });
    }

    /** Waits until a silent path, or one that hangs up, has a whole request. */
    void awaitSilence() throws InterruptedException {
        silent.await();
    }

    int requests(String path) {
        AtomicInteger count = counts.get(path);
        return count == null ? 0 : count.get();
    }

    /** The body of the last request on a path. */
    String body(String path) {
        return bodies.getOrDefault(path, "");
    }

    String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** A configuration file that leads here. */
    Path config(Path folder) throws IOException {
        return Files.writeString(folder.resolve("voicecloner.conf"), """
                voicecloner {
                  provider = minimax
                  allow-loopback = true
                  minimax { api-key = "%s", base-url = "%s/v1" }
                }
                """.formatted(KEY, origin()));
    }

    private FakeProvider on(String path, HttpHandler handler) {
        if (counts.putIfAbsent(path, new AtomicInteger()) != null) {
            server.removeContext(path);
        }
        server.createContext(path, exchange -> {
            bodies.put(path, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            counts.get(path).incrementAndGet();
            handler.handle(exchange);
        });
        return this;
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        ends.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
