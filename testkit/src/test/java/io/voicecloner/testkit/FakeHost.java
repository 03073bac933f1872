package io.voicecloner.testkit;

import io.voicecloner.AudioSource;
import io.voicecloner.Feature;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A host in memory, found by its base URL. Only its previews lie on a real server. */
final class FakeHost implements ProviderHost {
    static final Duration WAIT = Duration.ofSeconds(9);

    private static final Map<String, FakeHost> OPEN = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Set<Trouble> VOICE_MADE = EnumSet.of(
            Trouble.PREVIEW_REJECTED,
            Trouble.TRUNCATED,
            Trouble.DROPPED_AFTER_ACTING,
            Trouble.SLOW,
            Trouble.PREVIEW_MISSING,
            Trouble.PREVIEW_GONE,
            Trouble.CONTENT_FLAGGED);

    private final FakeProvider provider;
    private final int number = NUMBER.incrementAndGet();
    private final String baseUrl = "https://host-" + number + ".fake.example/v1";
    private final AtomicInteger creates = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<Trouble> next = new ConcurrentLinkedQueue<>();
    private final List<String> voices = new CopyOnWriteArrayList<>();
    private final FakeStage stage = new FakeStage();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Set<Feature> asked = Set.of();
    private volatile Said said = Said.nothing();
    private @Nullable WireServer previews;

    FakeHost(FakeProvider provider) {
        this.provider = provider;
        OPEN.put(baseUrl, this);
    }

    /** The host at this base URL. */
    static FakeHost at(String baseUrl) {
        return Optional.ofNullable(OPEN.get(baseUrl)).orElseThrow(() -> new IllegalStateException("404 " + baseUrl));
    }

    /** The hosts that were started for this provider and are not closed: what a provider may not know before it is opened. */
    static List<FakeHost> startedFor(String provider) {
        return OPEN.values().stream()
                .filter(host -> host.provider().equals(provider))
                .toList();
    }

    /** A request that makes nothing. */
    void ping() {
        requests.incrementAndGet();
    }

    /** An upload. */
    FakeAnswer upload() {
        Trouble trouble = next.peek();
        if (trouble == null || !trouble.endsBeforeCreating()) {
            return new FakeAnswer(null, Said.nothing(), "", null);
        }
        ping();
        next.remove();
        said = words(trouble);
        return new FakeAnswer(trouble, said, "", null);
    }

    /** The request to make a voice. */
    FakeAnswer create(FakeRequest request) {
        ping();
        Trouble trouble = next.poll();
        said = trouble == null || Outcome.of(trouble).isEmpty() ? Said.nothing() : words(trouble);
        creates.incrementAndGet();
        if (trouble != null && !VOICE_MADE.contains(trouble)) {
            return new FakeAnswer(trouble, said, "", null);
        }
        String id;
        synchronized (voices) {
            id = request.voiceId() == null ? "made-" + voices.size() : request.voiceId();
            if (voices.contains(id)) {
                return new FakeAnswer(Trouble.VOICE_ID_TAKEN, words(Trouble.VOICE_ID_TAKEN), "", null);
            }
            voices.add(id);
            asked = request.asked();
        }
        boolean speaks = request.asked().contains(Feature.PREVIEW) && trouble != Trouble.PREVIEW_MISSING;
        String sound = trouble == Trouble.PREVIEW_GONE ? "/gone" : "/preview.wav";
        return new FakeAnswer(trouble, said, id, speaks ? page(sound + "?X-Signature=s3cr3t-" + number) : null);
    }

    private static Said words(Trouble trouble) {
        Said words = Said.of("E-" + trouble, "no: " + trouble.words()).withTraceId("trace-" + trouble);
        return trouble == Trouble.RATE_LIMITED ? words.withRetryAfter(WAIT) : words;
    }

    /** An address at the server of the previews. */
    synchronized URI page(String path) {
        if (previews == null) {
            previews = new WireServer(request -> switch (request.path()) {
                case "/preview.wav" -> WireServer.Reply.bytes(WireServer.Reply.message(200, "audio/wav", sound()));
                case "/gone" -> WireServer.Reply.of(404, "text/plain", "gone");
                default -> WireServer.Reply.of(200, "text/html", "<html>not here</html>");
            });
        }
        return previews.uri(path);
    }

    private static byte[] sound() {
        return Silence.wav(Duration.ofMillis(100));
    }

    /** Waits for the end of this host, or for this time. */
    void awaitEnd(Duration most) {
        try {
            closed.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String provider() {
        return provider.id();
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "voicecloner.provider",
                provider(),
                "voicecloner." + provider() + ".base-url",
                baseUrl,
                "voicecloner." + provider() + ".api-key",
                apiKey(),
                "voicecloner.allow-loopback",
                "true");
    }

    @Override
    public String apiKey() {
        return "s3cr3t-key-" + number;
    }

    @Override
    public AudioSource recording() {
        return provider.abilities().has(Feature.FILE_AUDIO)
                ? AudioSource.bytes(sound())
                : AudioSource.url(URI.create("https://audio.example/a.wav?X-Signature=s3cr3t-a-" + number));
    }

    @Override
    public AudioSource promptRecording() {
        return recording();
    }

    @Override
    public List<String> voices() {
        return List.copyOf(voices);
    }

    @Override
    public int creates() {
        return creates.get();
    }

    @Override
    public int requests() {
        return requests.get();
    }

    @Override
    public Set<Feature> asked() {
        return asked;
    }

    @Override
    public synchronized boolean previewSawKey() {
        return previews != null && previews.received().stream().anyMatch(this::showsKey);
    }

    private boolean showsKey(Received request) {
        return request.query().orElse("").contains(apiKey())
                || !request.header("Authorization").isEmpty();
    }

    @Override
    public boolean can(Trouble trouble) {
        return provider.meets(trouble);
    }

    @Override
    public void next(Trouble trouble) {
        next.add(trouble);
    }

    /** The request to speak; what it met. */
    Optional<SpeechTrouble> speak(String voiceId) {
        ping();
        return stage.speak(voiceId, voices());
    }

    FakeStage stage() {
        return stage;
    }

    @Override
    public List<String> syntheses() {
        return stage.syntheses();
    }

    @Override
    public int speeches() {
        return stage.speeches();
    }

    @Override
    public boolean can(SpeechTrouble trouble) {
        return provider.meets(trouble);
    }

    @Override
    public void next(SpeechTrouble trouble) {
        stage.next(trouble);
    }

    @Override
    public Said said() {
        return said;
    }

    @Override
    public void close() {
        OPEN.remove(baseUrl);
        closed.countDown();
        synchronized (this) {
            if (previews != null) {
                previews.close();
            }
        }
    }
}
