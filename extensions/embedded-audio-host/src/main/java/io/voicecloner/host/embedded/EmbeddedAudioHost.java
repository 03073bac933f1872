package io.voicecloner.host.embedded;

import com.sun.net.httpserver.HttpServer;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Publishes recordings through an HTTP server in this process. A provider on the internet reaches it only through a proxy or
 * tunnel that the application sets up; without one it serves this machine alone, which is what tests and the emulator need.
 *
 * <p>Whoever knows a URL can read its recording, from {@link #publish} until it is taken down; 192 random bits keep it from
 * being guessed. Taking down also breaks off the transfers under way. Recordings are streamed and never held in memory;
 * each is opened anew for every request, so it must stay readable while it is published.
 *
 * <p>Eight requests are answered at a time and others wait. A peer that neither sends nor takes anything for a minute is cut
 * off; a connection on which no request has begun costs no thread and lasts, at the longest, until {@link #close}. All threads
 * are daemons. Thread-safe.
 */
public final class EmbeddedAudioHost implements AudioHost {
    /** Not shorter, because a socket whose buffer is full shows progress in steps of up to a megabyte only. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int RANDOM_BYTES = 24;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Recording> recordings;
    private final HttpServer server;
    private final Workers workers;
    private final URI baseUrl;
    private volatile boolean closed;

    private EmbeddedAudioHost(
            Map<String, Recording> recordings, HttpServer server, Workers workers, @Nullable URI publicBaseUrl) {
        this.recordings = recordings;
        this.server = server;
        this.workers = workers;
        this.baseUrl = publicBaseUrl != null ? publicBaseUrl : BaseUrl.of(server.getAddress());
    }

    /**
     * Starts one on a free port of 127.0.0.1. Its URLs work on this machine only.
     *
     * @throws IOException if it cannot listen
     */
    public static EmbeddedAudioHost start() throws IOException {
        return start(BindAddress.parse(BindAddress.DEFAULT), null, PATIENCE);
    }

    /**
     * Starts one behind a proxy or tunnel.
     *
     * @param bind where to listen; port 0 is a free port
     * @param publicBaseUrl where the outside world reaches this server: {@code https}, or {@code http} to loopback. A path in it
     *     is the proxy's to remove
     * @throws IllegalArgumentException if the URL is none of these, or holds more than an origin and a path
     * @throws IOException if it cannot listen there; the message names the address
     */
    public static EmbeddedAudioHost start(InetSocketAddress bind, URI publicBaseUrl) throws IOException {
        return start(bind, BaseUrl.checked(publicBaseUrl), PATIENCE);
    }

    /** From a checked URL; null for the address it listens on, which is then loopback. */
    static EmbeddedAudioHost start(InetSocketAddress bind, @Nullable URI publicBaseUrl, Duration patience)
            throws IOException {
        HttpServer server = listen(bind);
        Workers workers = new Workers(patience);
        Map<String, Recording> recordings = new ConcurrentHashMap<>();
        server.createContext("/", new RecordingHandler(recordings, workers));
        server.setExecutor(workers);
        // The server's dispatcher is a daemon only if the thread that starts it is one.
        CompletableFuture.runAsync(server::start, workers).join();
        return new EmbeddedAudioHost(recordings, server, workers, publicBaseUrl);
    }

    @Override
    public Optional<URI> publicBaseUrl() {
        return Optional.of(baseUrl);
    }

    @Override
    public Published publish(PreparedAudio.Content audio) throws IOException {
        String path = '/' + randomName() + '.' + audio.format().extension();
        Recording recording = new Recording(audio, URI.create(baseUrl + path), () -> recordings.remove(path));
        recordings.put(path, recording);
        // Asked after the recording is in: close() either sees it there or has been seen here.
        if (closed) {
            recording.close();
            throw new IOException("the audio host is closed");
        }
        return recording;
    }

    /** Takes everything down, breaks off every transfer and gives the port back. Closing again does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        List.copyOf(recordings.values()).forEach(Recording::close);
        // An interrupted caller, as after a cancelled clone, would leave the server half stopped.
        boolean interrupted = Thread.interrupted();
        try {
            server.stop(0);
            workers.stop();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Where it can be reached, without what is published. */
    @Override
    public String toString() {
        return "EmbeddedAudioHost[" + baseUrl + ']';
    }

    /** Where it listens. */
    InetSocketAddress address() {
        return server.getAddress();
    }

    private String randomName() {
        byte[] bits = new byte[RANDOM_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private static HttpServer listen(InetSocketAddress bind) throws IOException {
        try {
            return HttpServer.create(bind, 0);
        } catch (IOException e) {
            throw new IOException("cannot listen on " + BindAddress.text(bind) + ": " + e.getMessage(), e);
        }
    }
}
