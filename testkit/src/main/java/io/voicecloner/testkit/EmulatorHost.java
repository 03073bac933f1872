package io.voicecloner.testkit;

import io.voicecloner.AudioSource;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.emulator.EmulatedSynthesis;
import io.voicecloner.emulator.EmulatedVoice;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.ReceivedRequest;
import io.voicecloner.spi.VoiceClonerProvider;
import io.voicecloner.testkit.wire.WireServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A provider that the {@link Emulator} speaks as, or that speaks as one of these, with an emulator of its own. */
public final class EmulatorHost implements ProviderHost {
    private static final Duration RECORDING = Duration.ofSeconds(11);
    private static final Duration PROMPT = Duration.ofSeconds(4);
    private static final Set<String> KEY_HEADERS = Set.of("authorization", "x-api-key");

    /** Options by their names on the wire (wire-facts 1.3, 2.3). */
    private static final Map<String, Feature> OPTIONS = Map.of(
            "text", Feature.PREVIEW,
            "language_boost", Feature.LANGUAGE_BOOST,
            "accuracy", Feature.ACCURACY,
            "aigc_watermark", Feature.WATERMARK,
            "need_noise_reduction", Feature.NOISE_REDUCTION,
            "need_volume_normalization", Feature.VOLUME_NORMALIZATION);

    private final String provider;
    private final String emulatedAs;
    private final EmulatedDialect dialect;
    private final Emulator emulator;
    private final Map<String, String> properties;
    private final WireServer recordings;
    private final Map<Integer, String> madeUpIds = new ConcurrentHashMap<>();
    private volatile Said said = Said.nothing();

    private EmulatorHost(String provider, String emulatedAs, EmulatedDialect dialect, Emulator emulator) {
        this.provider = provider;
        this.emulatedAs = emulatedAs;
        this.dialect = dialect;
        this.emulator = emulator;
        this.properties = properties(provider, emulatedAs, emulator);
        this.recordings = new WireServer(request -> WireServer.Reply.bytes(WireServer.Reply.message(
                200, "audio/wav", Silence.wav(request.path().contains("prompt") ? PROMPT : RECORDING))));
    }

    /**
     * Starts one.
     *
     * @throws IllegalArgumentException if no provider of this name is emulated
     */
    public static ProviderHost of(String provider) {
        return of(provider, provider);
    }

    /**
     * Starts one for a provider of your own that speaks just as an emulated one does.
     *
     * @param provider its id; its properties are {@code voicecloner.ID.base-url} and {@code voicecloner.ID.api-key}
     * @param emulatedAs whom it speaks as: {@code minimax}, {@code proxy}, {@code novita} or {@code highway}
     * @throws IllegalArgumentException if no provider of that name is emulated
     */
    public static ProviderHost of(String provider, String emulatedAs) {
        EmulatedDialect dialect = EmulatedDialect.of(emulatedAs);
        Emulator emulator = Emulator.start();
        try {
            return new EmulatorHost(provider, emulatedAs, dialect, emulator);
        } catch (RuntimeException e) {
            emulator.close();
            throw e;
        }
    }

    /** Those of the emulated provider, told of this one. */
    private static Map<String, String> properties(String provider, String emulatedAs, Emulator emulator) {
        String block = "voicecloner." + emulatedAs + '.';
        Map<String, String> properties = new HashMap<>();
        emulator.properties(emulatedAs).forEach((key, value) -> {
            boolean own = key.startsWith(block);
            properties.put(own ? "voicecloner." + provider + '.' + key.substring(block.length()) : key, value);
        });
        properties.put("voicecloner.provider", provider);
        // Recordings are given in the form that the provider takes; nothing has to be published for it.
        properties.keySet().removeIf(key -> key.startsWith("voicecloner.audio-host."));
        return properties;
    }

    @Override
    public String provider() {
        return provider;
    }

    @Override
    public Map<String, String> properties() {
        return Map.copyOf(properties);
    }

    @Override
    public String apiKey() {
        return emulator.apiKey();
    }

    @Override
    public AudioSource recording() {
        return recording("recording.wav", RECORDING);
    }

    @Override
    public AudioSource promptRecording() {
        return recording("prompt.wav", PROMPT);
    }

    private AudioSource recording(String name, Duration length) {
        return dialect.fetches()
                ? AudioSource.url(recordings.uri("/" + name + "?X-Signature=5eCrEt-of-" + name))
                : AudioSource.bytes(Silence.wav(length));
    }

    @Override
    public List<String> voices() {
        List<String> ids = new ArrayList<>(made().map(EmulatedVoice::voiceId).toList());
        madeUpIds.forEach((index, id) -> {
            if (index < ids.size()) {
                ids.set(index, id);
            }
        });
        return List.copyOf(ids);
    }

    private Stream<EmulatedVoice> made() {
        return emulator.voices().stream().filter(voice -> voice.provider().equals(emulatedAs));
    }

    @Override
    public int creates() {
        return (int) emulator.requests().stream().filter(this::asksForAVoice).count();
    }

    private boolean asksForAVoice(ReceivedRequest request) {
        return arrivedWhole(request) && request.path().endsWith('/' + dialect.route());
    }

    /** One without an answer arrived whole if the emulator was told to give it none. */
    private static boolean arrivedWhole(ReceivedRequest request) {
        return request.status() != 0 || !request.fault().isEmpty();
    }

    @Override
    public int requests() {
        return emulator.requests().size();
    }

    @Override
    public Set<Feature> asked() {
        Set<Feature> asked = EnumSet.noneOf(Feature.class);
        made().reduce((earlier, later) -> later).ifPresent(last -> {
            if (last.prompt() != null) {
                asked.add(Feature.PROMPT);
            }
            OPTIONS.forEach((name, feature) -> {
                if (last.options().containsKey(name)) {
                    asked.add(feature);
                }
            });
        });
        return asked;
    }

    @Override
    public boolean previewSawKey() {
        return emulator.requests().stream()
                .filter(request -> request.path().startsWith("/preview"))
                .anyMatch(request -> request.headerNames().stream().anyMatch(KEY_HEADERS::contains));
    }

    @Override
    public boolean can(Trouble trouble) {
        return dialect.trouble(trouble).isPresent();
    }

    @Override
    public void next(Trouble trouble) {
        EmulatedTrouble play = dialect.trouble(trouble)
                .orElseThrow(() -> new IllegalArgumentException(provider + " has no " + trouble.words()));
        if (trouble == Trouble.PREVIEW_MISSING && dialect.fetches()) {
            madeUpIds.put((int) made().count(), EmulatedTrouble.MADE_UP_ID);
        }
        emulator.script(emulatedAs, dialect.routeOf(trouble), play.fault());
        said = play.said();
    }

    @Override
    public List<String> syntheses() {
        return emulator.syntheses().stream()
                .filter(synthesis -> synthesis.provider().equals(emulatedAs))
                .map(EmulatedSynthesis::voiceId)
                .toList();
    }

    @Override
    public int speeches() {
        return (int) emulator.requests().stream()
                .filter(request -> arrivedWhole(request) && dialect.speaks(request.path()))
                .count();
    }

    @Override
    public boolean can(SpeechTrouble trouble) {
        return true;
    }

    @Override
    public void next(SpeechTrouble trouble) {
        emulator.script(emulatedAs, dialect.speechRoute(this::model), EmulatedSpeechTrouble.of(trouble, dialect));
    }

    /** Whose path a plain request goes to where models are paths. */
    private String model() {
        return ServiceLoader.load(VoiceClonerProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.id().equals(provider))
                .flatMap(found -> found.capabilities(ProviderSettings.of("")).speech().stream())
                .flatMap(limits -> Stream.concat(limits.defaultModel().stream(), limits.models().stream()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(provider + " does not speak"));
    }

    @Override
    public Said said() {
        List<ReceivedRequest> met = emulator.requests().stream()
                .filter(request -> request.status() != 0 && asksForAVoice(request))
                .toList();
        return dialect.signs() && !met.isEmpty()
                ? said.withTraceId(met.get(met.size() - 1).traceId())
                : said;
    }

    @Override
    public void close() {
        try (emulator) {
            recordings.close();
        }
    }
}
