package org.example.fifth;

import io.voicecloner.AudioSource;
import io.voicecloner.Feature;
import io.voicecloner.testkit.ProviderHost;
import io.voicecloner.testkit.Said;
import io.voicecloner.testkit.Silence;
import io.voicecloner.testkit.Trouble;
import io.voicecloner.testkit.wire.Part;
import io.voicecloner.testkit.wire.Received;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Behaves as the fifth provider's documents say, and tells what it saw. */
final class FifthHost implements ProviderHost {
    private static final String KEY = "fifth-key-5eCrEt";
    private static final Map<String, Feature> OPTIONS =
            Map.of("text", Feature.PREVIEW, "denoise", Feature.NOISE_REDUCTION);
    private static final Set<Trouble> UNKNOWN_HERE = EnumSet.of(
            Trouble.PERMISSION_DENIED,
            Trouble.PARAMETER_REFUSED,
            Trouble.PREVIEW_REJECTED,
            Trouble.VOICE_ID_TAKEN,
            Trouble.CONTENT_FLAGGED,
            Trouble.UPLOAD_FAULT,
            Trouble.UPLOAD_NOT_JSON);

    private final Queue<Trouble> next = new ConcurrentLinkedQueue<>();
    private final List<String> voices = new CopyOnWriteArrayList<>();
    private volatile Set<Feature> asked = Set.of();
    private volatile Said said = Said.nothing();
    private final WireServer server = new WireServer(this::answer);

    private Reply answer(Received request) {
        if (request.path().startsWith("/previews/gone-")) {
            return Reply.of(404, "text/plain", "gone");
        }
        if (request.path().startsWith("/previews/")) {
            return Reply.bytes(Reply.message(200, "audio/wav", Silence.wav(Duration.ofSeconds(1))));
        }
        Trouble trouble = next.poll();
        if (trouble == null) {
            return request.header("Authorization").contains("Bearer " + KEY)
                    ? Reply.json(made(request))
                    : refusal(401, "bad_key");
        }
        return switch (trouble) {
            case KEY_REFUSED -> refusal(401, "bad_key");
            case BALANCE_EMPTY -> refusal(402, "no_credit");
            case RATE_LIMITED -> refusal(429, "slow_down");
            case CONTENT_REJECTED -> refusal(400, "unsafe");
            case AUDIO_REFUSED -> refusal(400, "bad_audio");
            case PROVIDER_FAULT -> refusal(500, "broken");
            case UNLISTED_CODE -> refusal(500, "never_seen");
            case WRONG_PATH -> Reply.of(404, "text/plain", "not found");
            case NOT_JSON -> Reply.of(200, "text/html", "<html></html>");
            case EMPTY_BODY -> Reply.json("");
            case TRUNCATED -> half(made(request));
            case DROPPED_BEFORE_ACTING -> Reply.end();
            case DROPPED_AFTER_ACTING -> afterActing(request, Reply.end());
            case SLOW -> afterActing(request, Reply.silence());
            case PREVIEW_MISSING -> Reply.json(made(request).replace("preview", "nothing"));
            case PREVIEW_GONE -> Reply.json(made(request).replace("/previews/", "/previews/gone-"));
            default -> throw new IllegalArgumentException("no such trouble here: " + trouble);
        };
    }

    /** Makes a voice; returns what a success says of it. */
    private synchronized String made(Received request) {
        Set<Feature> options = new TreeSet<>();
        for (Part part : request.parts()) {
            Feature option = OPTIONS.get(part.name());
            if (option != null) {
                options.add(option);
            }
        }
        asked = options;
        voices.add("voice-" + voices.size());
        String voice = voices.get(voices.size() - 1);
        return options.contains(Feature.PREVIEW)
                ? "{\"voice\":\"" + voice + "\",\"preview\":\"" + server.uri("/previews/" + voice) + "?sig=5eCrEt\"}"
                : "{\"voice\":\"" + voice + "\"}";
    }

    private Reply afterActing(Received request, Reply reply) {
        made(request);
        return reply;
    }

    private Reply refusal(int status, String code) {
        said = Said.of(code, "no: " + code).withTraceId("trace-1").withRetryAfter(Duration.ofSeconds(3));
        String body = "{\"error\":{\"code\":\"" + code + "\",\"message\":\"no: " + code + "\"}}";
        return Reply.of(status, "application/json", body, "X-Trace: trace-1", "Retry-After: 3");
    }

    private static Reply half(String body) {
        byte[] whole = Reply.message(200, "application/json", body.getBytes(StandardCharsets.UTF_8));
        return Reply.bytes(Arrays.copyOf(whole, whole.length - body.length() / 2));
    }

    @Override
    public String provider() {
        return "fifth";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "voicecloner.provider",
                "fifth",
                "voicecloner.fifth.base-url",
                server.uri("/v1").toString(),
                "voicecloner.fifth.api-key",
                KEY,
                "voicecloner.allow-loopback",
                "true");
    }

    @Override
    public String apiKey() {
        return KEY;
    }

    @Override
    public AudioSource recording() {
        return AudioSource.bytes(Silence.wav(Duration.ofSeconds(11)));
    }

    @Override
    public AudioSource promptRecording() {
        throw new UnsupportedOperationException("it takes no prompt");
    }

    @Override
    public List<String> voices() {
        return List.copyOf(voices);
    }

    @Override
    public int creates() {
        return (int) server.received().stream()
                .filter(request -> request.path().equals("/v1/voices"))
                .count();
    }

    @Override
    public int requests() {
        return server.received().size();
    }

    @Override
    public Set<Feature> asked() {
        return asked;
    }

    @Override
    public boolean previewSawKey() {
        return server.received().stream()
                .filter(request -> request.path().startsWith("/previews/"))
                .anyMatch(request -> !request.header("Authorization").isEmpty());
    }

    @Override
    public boolean can(Trouble trouble) {
        return !UNKNOWN_HERE.contains(trouble);
    }

    @Override
    public void next(Trouble trouble) {
        said = Said.nothing();
        next.add(trouble);
    }

    @Override
    public Said said() {
        return said;
    }

    @Override
    public void close() {
        server.close();
    }
}
