package io.voicecloner.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A server on 127.0.0.1 that speaks as the voice-cloning providers do, written from their documents: uploads, clones, refuses
 * and remembers as they do, without a key bought or a packet sent beyond this machine.
 *
 * <pre>{@code
 * try (Emulator emulator = Emulator.start()) {
 *   Map<String, String> settings = emulator.properties("minimax");   // hand these to the library
 *   ...
 *   emulator.voices();                                               // what the provider now knows
 * }
 * }</pre>
 *
 * <p>Nothing is synthesized: the preview of a voice is the recording it was cloned from, played back. Recordings lie in a
 * temporary directory, not in memory, and are gone after {@link #close} or the end of the JVM.
 *
 * <p>Thread-safe. All threads are daemons. The snapshots stay readable after {@link #close}.
 */
public final class Emulator implements AutoCloseable {
    private final String apiKey;
    private final List<Host> hosts;
    private final RequestLog log;
    private final RecordingStore recordings;
    private final LoopbackServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::shutDown, "voicecloner-emulator-exit");

    private Emulator(Builder builder, RecordingStore recordings) throws IOException {
        this.recordings = recordings;
        apiKey = builder.apiKey.isEmpty() ? "emulator-" + Tokens.next() : builder.apiKey;
        log = new RequestLog(builder.clock, apiKey);
        Previews previews = new Previews();
        hosts = new Providers(new BearerKey(apiKey), recordings, previews, builder.clock).all();
        server = LoopbackServer.start(builder.port, new Switchboard(hosts, previews, log));
        port = server.port();
    }

    /** Starts one on a free port, with a key of its own and the system's clock. */
    public static Emulator start() {
        return builder().start();
    }

    /** For a fixed port, key or clock. */
    public static Builder builder() {
        return new Builder();
    }

    /** The one key that all providers of this emulator accept. */
    public String apiKey() {
        return apiKey;
    }

    /**
     * The base URL of each provider, with the path its documents give it: {@code minimax} is {@code http://127.0.0.1:PORT/v1},
     * {@code novita} has {@code /v3} and {@code proxy} {@code /minimax/v1}. Only {@code highway}, documented as {@code /v3} too, is at
     * {@code /highway/v3}.
     */
    public Map<String, URI> baseUrls() {
        Map<String, URI> urls = new LinkedHashMap<>();
        hosts.forEach(host -> urls.put(host.name(), URI.create("http://127.0.0.1:" + port + host.basePath())));
        return Collections.unmodifiableMap(urls);
    }

    /**
     * The library's settings that make it use this emulator as the given provider, {@code voicecloner.provider} and
     * {@code voicecloner.NAME.api-key} among them. For a provider that takes only URLs they switch on the embedded audio host, so
     * that local files work too.
     *
     * @throws IllegalArgumentException if no provider of this name is emulated; the message lists those that are
     */
    public Map<String, String> properties(String provider) {
        Host host = host(provider);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("voicecloner.provider", provider);
        properties.put(
                "voicecloner." + provider + ".base-url",
                String.valueOf(baseUrls().get(provider)));
        properties.put("voicecloner." + provider + ".api-key", apiKey);
        properties.put("voicecloner.allow-loopback", "true");
        if (host.dialect().fetchesAudio()) {
            properties.put("voicecloner.audio-host.type", "embedded");
        }
        return Collections.unmodifiableMap(properties);
    }

    private Host host(String provider) {
        return hosts.stream()
                .filter(each -> each.name().equals(provider))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no provider \"" + provider + "\" is emulated, only "
                        + String.join(", ", baseUrls().keySet())));
    }

    /**
     * Makes a voice one that was spoken with, as if a synthesis had been asked of it: it then stays for good, and MiniMax lists it.
     * A clone that nobody speaks with is gone after 168 hours by the emulator's clock.
     *
     * @throws IllegalArgumentException if no provider of this name is emulated, or it has no such voice, or has it no more
     */
    public void useVoice(String provider, String voiceId) {
        if (!host(provider).account().useVoice(voiceId)) {
            throw new IllegalArgumentException(provider + " has no voice \"" + voiceId + "\"");
        }
    }

    /**
     * Every voice cloned so far, provider by provider, oldest first, also those that have expired or were deleted: see
     * {@link EmulatedVoice#exists()}. An id stands here more than once if it was used again after its voice had expired.
     */
    public List<EmulatedVoice> voices() {
        return hosts.stream().flatMap(host -> host.account().voices().stream()).toList();
    }

    /** Every file uploaded so far, provider by provider, oldest first, also those that were deleted. */
    public List<ReceivedUpload> uploads() {
        return hosts.stream().flatMap(host -> host.account().uploads().stream()).toList();
    }

    /**
     * The newest 10,000 HTTP requests, previews and refused ones included, in the order they were answered. Older ones are
     * forgotten, so that an emulator can run for long; no count depends on them.
     */
    public List<ReceivedRequest> requests() {
        return log.snapshot();
    }

    /** How many HTTP requests there were, forgotten ones included. */
    public long requestCount() {
        return log.total();
    }

    /**
     * How many clone requests with a valid key have arrived whole for this voice id, whatever became of them. Where the provider
     * makes the id, that is one for each voice.
     */
    public int createCount(String voiceId) {
        return hosts.stream().mapToInt(host -> host.account().creates(voiceId)).sum();
    }

    /** Frees the port, ends the threads, breaks off requests under way, deletes the recordings. Again is harmless. */
    @Override
    public void close() {
        if (shutDown()) {
            try {
                Runtime.getRuntime().removeShutdownHook(atExit);
            } catch (IllegalStateException e) {
                // The JVM is ending; the hook finds nothing left to do.
            }
        }
    }

    private boolean shutDown() {
        if (!closed.compareAndSet(false, true)) {
            return false;
        }
        try {
            server.stop();
        } finally {
            delete(recordings);
        }
        return true;
    }

    @Override
    public String toString() {
        return "Emulator" + baseUrls();
    }

    private static void delete(RecordingStore recordings) {
        try {
            recordings.close();
        } catch (IOException e) {
            throw new UncheckedIOException("recordings are left in " + recordings.directory(), e);
        }
    }

    /** What {@link #start()} chooses by itself. Not thread-safe; can start several emulators. */
    public static final class Builder {
        private int port;
        private Clock clock = Clock.systemUTC();
        private String apiKey = "";

        private Builder() {}

        /** The port to listen on; 0, the default, takes a free one. */
        public Builder port(int port) {
            if (port < 0 || port > 65535) {
                throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
            }
            this.port = port;
            return this;
        }

        /** The clock behind every time the emulator tells. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** The key to accept: visible ASCII. By default a random one, made at each start. */
        public Builder apiKey(String apiKey) {
            if (!apiKey.matches("[!-~]+")) {
                throw new IllegalArgumentException("a key is one or more visible ASCII characters");
            }
            this.apiKey = apiKey;
            return this;
        }

        /**
         * Starts it; it accepts requests when this returns.
         *
         * @throws UncheckedIOException if the port is taken or there is no temporary directory to write to
         */
        public Emulator start() {
            QuietLogging.prepare();
            try {
                RecordingStore recordings = RecordingStore.create();
                try {
                    Emulator emulator = new Emulator(this, recordings);
                    Runtime.getRuntime().addShutdownHook(emulator.atExit);
                    return emulator;
                } catch (IOException | RuntimeException e) {
                    delete(recordings);
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }
    }
}
