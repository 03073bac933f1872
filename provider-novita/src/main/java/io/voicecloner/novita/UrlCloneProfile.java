package io.voicecloner.novita;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.SpeechLimits;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A host that speaks Novita's dialect, as data: one request with the URL of a recording makes a voice. A provider for another
 * such host is a class that names its options and capabilities and opens one of these. Immutable.
 */
public final class UrlCloneProfile {
    private static final List<String> FORMATS = List.of("mp3", "m4a", "wav");

    /** "20 MB" is taken as 20 MiB here; the provider may still refuse what lies between. */
    private static final long MAX_BYTES = 20L * 1024 * 1024;

    private final String id;
    private final URI baseUrl;
    private final Map<String, CodeMeaning> reasons;
    private final Map<Long, CodeMeaning> codes;
    private final List<SpeechModel> models;

    private UrlCloneProfile(
            String id,
            URI baseUrl,
            Map<String, CodeMeaning> reasons,
            Map<Long, CodeMeaning> codes,
            List<SpeechModel> models) {
        this.id = id;
        this.baseUrl = baseUrl;
        this.reasons = reasons;
        this.codes = codes;
        this.models = List.copyOf(models);
    }

    /**
     * A host.
     *
     * @param id the provider's id
     * @param baseUrl where it is, unless settings say otherwise: the origin plus the documented prefix
     */
    public static UrlCloneProfile of(String id, URI baseUrl) {
        return new UrlCloneProfile(
                Objects.requireNonNull(id, "id"),
                Objects.requireNonNull(baseUrl, "baseUrl"),
                Map.of(),
                Map.of(),
                List.of());
    }

    /**
     * With values of {@code reason} that mean something else here, or deserve another hint, than in Novita's own table; beside those
     * given before.
     */
    public UrlCloneProfile withReasons(Map<String, CodeMeaning> overlay) {
        return new UrlCloneProfile(id, baseUrl, both(reasons, overlay), codes, models);
    }

    /** The same for codes of a {@code base_resp} that the host passes on from behind it. */
    public UrlCloneProfile withCodes(Map<Long, CodeMeaning> overlay) {
        return new UrlCloneProfile(id, baseUrl, reasons, both(codes, overlay), models);
    }

    /**
     * With speech, by these models.
     *
     * @param speaking best first; the first is the one of requests that name none
     */
    public UrlCloneProfile withSpeech(List<SpeechModel> speaking) {
        if (speaking.isEmpty()) {
            throw new IllegalArgumentException("speech needs a model");
        }
        return new UrlCloneProfile(id, baseUrl, reasons, codes, speaking);
    }

    /**
     * What this host takes for speech, by what comes with the dialect and holds at every host: for {@link Capabilities.Builder#speech}.
     *
     * @throws IllegalStateException if it has no models to speak with
     */
    public SpeechLimits.Builder speech() {
        if (models.isEmpty()) {
            throw new IllegalStateException("there are no models to speak with: withSpeech names them");
        }
        return SpokenLimits.with(models.stream().map(SpeechModel::name).toList());
    }

    private static <K> Map<K, CodeMeaning> both(Map<K, CodeMeaning> before, Map<K, CodeMeaning> overlay) {
        Map<K, CodeMeaning> all = new HashMap<>(before);
        all.putAll(overlay);
        return Map.copyOf(all);
    }

    /**
     * What comes with the dialect and holds at every host ({@code spec/002}, {@code spec/003}). To be completed with the models.
     *
     * @param models known for previews, best first; the first is the one of requests that name none
     */
    public static Capabilities.Builder capabilities(List<String> models) {
        return Capabilities.builder(new AudioLimits(
                        FORMATS, Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofMinutes(5)), MAX_BYTES))
                .prompt(new AudioLimits(FORMATS, Optional.empty(), Optional.of(Duration.ofSeconds(8)), MAX_BYTES))
                .preview(2000, models, models.get(0))
                .features(Feature.URL_AUDIO, Feature.ACCURACY, Feature.NOISE_REDUCTION, Feature.VOLUME_NORMALIZATION);
    }

    /**
     * Gets ready to clone at this host. Sends nothing.
     *
     * @throws io.voicecloner.ConfigurationException if the settings cannot be used
     */
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return UrlCloneSession.open(this, settings.baseUrl().orElse(baseUrl), settings, context);
    }

    String id() {
        return id;
    }

    Map<Long, CodeMeaning> codes() {
        return codes;
    }

    List<SpeechModel> models() {
        return models;
    }

    /** The model of a request that was checked: it is one of them. */
    SpeechModel model(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no path for the model " + name));
    }

    /** The meaning of a reason; empty for one that is not listed, where the HTTP status decides. */
    Optional<CodeMeaning> meaningOf(String reason) {
        return Optional.ofNullable(reasons.get(reason)).or(() -> NovitaReasons.of(reason));
    }

    /** As {@link #meaningOf}, where a text was to be spoken. */
    Optional<CodeMeaning> meaningForSpeech(String reason) {
        return Optional.ofNullable(reasons.get(reason)).or(() -> NovitaReasons.forSpeech(reason));
    }
}
