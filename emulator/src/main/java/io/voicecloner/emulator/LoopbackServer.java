package io.voicecloner.emulator;

import java.io.IOException;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;

/** HTTP/1.1 on 127.0.0.1, with daemon threads only. */
final class LoopbackServer {
    private static final String THREADS = "voicecloner-emulator";
    private static final int MAX_THREADS = 200;
    private static final long STOP_MILLIS = 2_000;

    private final Server server;
    private final ServerConnector connector;

    private LoopbackServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Port 0 takes a free one. */
    static LoopbackServer start(int port, Handler handler) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, 4);
        threads.setName(THREADS);
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        Server server = new Server(threads, new ScheduledExecutorScheduler(THREADS + "-timer", true), null);
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        server.addConnector(connector);
        server.setHandler(handler);
        LoopbackServer started = new LoopbackServer(server, connector);
        try {
            server.start();
            return started;
        } catch (Exception e) {
            started.stop();
            throw new IOException("cannot listen on 127.0.0.1:" + port, e);
        }
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Paths are only compared, never resolved: an odd one should get the provider's 404, not Jetty's 400.
        http.setUriCompliance(UriCompliance.UNSAFE);
        return http;
    }

    int port() {
        return connector.getLocalPort();
    }

    /** Frees the port and ends the threads, requests under way included; an interrupt waits until that is done. */
    void stop() {
        boolean interrupted = Thread.interrupted();
        try {
            while (!server.isStopped()) {
                try {
                    server.stop();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException("the emulator's server did not stop", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
