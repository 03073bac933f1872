package io.voicecloner.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
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
 * <p>Nothing is synthesized: the preview of a voice, and all it says, is the recording it was cloned from, played back. Recordings lie in a
 * temporary directory, not in memory, and are gone after {@link #close} or the end of the JVM.
 *
 * <p>Thread-safe. All threads are daemons. The snapshots stay readable after {@link #close}.
 */
public final class Emulator implements AutoCloseable {
    private final String apiKey;
    private final MovableClock clock;
    private final List<Host> hosts;
    private final Conducts conducts;
    private final Closing closing = new Closing();
    private final RequestLog log;
    private final RecordingStore recordings;
    private final LoopbackServer server;
    private final int port;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Thread atExit = new Thread(this::shutDown, "voicecloner-emulator-exit");

    private Emulator(Builder builder, RecordingStore recordings) throws IOException {
        this.recordings = recordings;
        clock = new MovableClock(builder.clock);
        apiKey = builder.apiKey.isEmpty() ? "emulator-" + Tokens.next() : builder.apiKey;
        log = new RequestLog(clock, apiKey);
        Previews previews = new Previews(clock);
        BearerKey key = new BearerKey(apiKey);
        hosts = new Providers(key, recordings, previews, new FileIds(builder.largeFileIds), clock).all();
        conducts = new Conducts(hosts);
        Control control = new Control(key, conducts, clock, new StateJson(conducts, clock, log));
        server = LoopbackServer.start(
                builder.port, new Switchboard(hosts, conducts, previews, control, log, new Sender(closing)));
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
     * Where programs of any language do what this class offers: {@code http://127.0.0.1:PORT/emulator}, with {@link #apiKey} as
     * Bearer.
     */
    public URI controlUrl() {
        return URI.create("http://127.0.0.1:" + port + Control.PATH);
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
        properties.put("voicecloner." + provider + ".rate", "unlimited");
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
        host(provider).useVoice(voiceId);
    }

    /**
     * Every voice cloned so far, provider by provider, oldest first, also those that have expired or were deleted: see
     * {@link EmulatedVoice#exists()}. An id stands here more than once if it was used again after its voice had expired.
     */
    public List<EmulatedVoice> voices() {
        return hosts.stream().flatMap(host -> host.account().voices().stream()).toList();
    }

    /**
     * Every synthesis that was carried out and is billed, provider by provider, oldest first, whether or not its answer arrived: one
     * that met {@link Fault#dropAfter} stands here, one that met {@link Fault#dropBefore} or was refused does not.
     */
    public List<EmulatedSynthesis> syntheses() {
        return hosts.stream()
                .flatMap(host -> host.account().syntheses().stream())
                .toList();
    }

    /**
     * What is particular to how this provider speaks.
     *
     * @throws IllegalArgumentException if no provider of this name is emulated
     */
    public EmulatedSpeech speech(String provider) {
        return new EmulatedSpeech(conducts.of(provider), clock);
    }

    /** Every file uploaded so far, provider by provider, oldest first, also those that were deleted. */
    public List<ReceivedUpload> uploads() {
        return hosts.stream().flatMap(host -> host.account().uploads().stream()).toList();
    }

    /**
     * The newest 10,000 HTTP requests, previews and refused ones included, in the order they were answered; those of the control
     * endpoint {@code /emulator} are left out. Older ones are forgotten, so that an emulator can run for long; no count depends on
     * them.
     */
    public List<ReceivedRequest> requests() {
        return log.snapshot();
    }

    /** How many HTTP requests there were, forgotten ones included. */
    public long requestCount() {
        return log.total();
    }

    /**
     * How many clone requests with a valid key have arrived whole for this voice id, whatever became of them: one that met
     * {@link Fault#dropBefore} counts, although {@link #voices} knows nothing of it. Where the provider makes the id, that is one
     * for each voice.
     */
    public int createCount(String voiceId) {
        return hosts.stream().mapToInt(host -> host.account().creates(voiceId)).sum();
    }

    /**
     * The next requests to this route of this provider meet these faults, one each, in order; then honesty is back. Appends to what
     * is scripted already.
     *
     * <p>A fault is used up by a request with a valid key, once its head is here, whatever its body then turns out to be. One
     * without a valid key is refused honestly and leaves the script alone. Of previews, which ask for no key, every GET of one
     * that exists uses one up.
     *
     * @param route the path below the base URL as the documents write it: {@code files/upload}, {@code voice_clone},
     *     {@code minimax-voice-cloning}; or {@code preview} for the downloads of previews and speech of this
     *     provider
     * @throws IllegalArgumentException if there is no such provider or route; the message lists those there are
     */
    public void script(String provider, String route, Fault... faults) {
        conducts.of(provider).script(route, List.of(faults));
    }

    /** Forgets every fault that was not used up yet. */
    public void clearScripts() {
        conducts.clearScripts();
    }

    /**
     * The faults that no request has met yet, by provider and route with a slash between: {@code minimax/voice_clone}. Empty when
     * every script is used up.
     */
    public Map<String, List<Fault>> pendingFaults() {
        return conducts.pendingFaults();
    }

    /**
     * From now on this provider refuses clone requests beyond so many within any such stretch of time by the emulator's clock, as
     * its documents say: code 1002 (spec/001), or {@code RATE_LIMIT_EXCEEDED} with HTTP 429 (wire-facts 2.5), without
     * {@code Retry-After}. Every clone request with a valid key takes a place, refused for another reason or not; one refused by
     * the limit, or ended by a fault with nothing done, does not. Replaces an earlier limit; without one there is none.
     *
     * @param requests 0 or more; 0 refuses all
     * @param per above zero
     * @throws IllegalArgumentException if there is no such provider, or the limit is none
     */
    public void limit(String provider, int requests, Duration per) {
        conducts.of(provider).limit(new RateLimit(requests, per, clock));
    }

    /**
     * Lifts the limit.
     *
     * @throws IllegalArgumentException if there is no such provider
     */
    public void unlimited(String provider) {
        conducts.of(provider).limit(null);
    }

    /**
     * From now on this provider has this quirk, or is reached through a gateway that has it, besides those it has already.
     *
     * @throws IllegalArgumentException if there is no such provider, or none of its kind has this quirk
     */
    public void quirk(String provider, Quirk quirk) {
        conducts.of(provider).add(quirk);
    }

    /** All providers are as their documents say again. */
    public void clearQuirks() {
        conducts.clearQuirks();
    }

    /**
     * Sets the emulator's clock forward, against the one it was given. Scripted waits are not shortened: they are real time.
     *
     * @throws IllegalArgumentException if the duration is negative, or would set the clock beyond the year 9999
     */
    public void advance(Duration duration) {
        clock.advance(duration);
    }

    /** Frees the port, ends the threads, breaks off requests under way, scripted waits included, deletes the recordings. Again is harmless. */
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
        closing.begin();
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
        private boolean largeFileIds;

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

        /**
         * Hands out file ids that need all 63 bits the type allows: a client that takes them through a floating-point number clones
         * from a file that does not exist. Without this they are as long as those seen in public, which survive that.
         */
        public Builder largeFileIds() {
            this.largeFileIds = true;
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
