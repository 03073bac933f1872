package io.voicecloner.minimax;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.SpeechLimits;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceIdRule;
import io.voicecloner.http.BaseUrl;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A host that speaks MiniMax's dialect, as data: upload a recording, then clone it by its file id. A provider for another such
 * host is a class that names its options and capabilities and opens one of these. Immutable.
 */
public final class UploadCloneProfile {
    /** The option that names the path of uploads, relative to the base URL, for hosts that declare it. */
    public static final String UPLOAD_PATH = "upload-path";

    /** The option that names the group an older account belongs to, for hosts that declare it; sent as {@code GroupId}. */
    public static final String GROUP_ID = "group-id";

    /** What MiniMax itself documents ({@code spec/000}). */
    public static final String DOCUMENTED_UPLOAD_PATH = "files/upload";

    private static final List<String> FORMATS = List.of("mp3", "m4a", "wav");

    /** "20 MB" is taken as 20 MiB here; the provider may still refuse what lies between. */
    private static final long MAX_BYTES = 20L * 1024 * 1024;

    private static final VoiceIdRule VOICE_ID = new VoiceIdRule(
            Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]"),
            "8 to 256 ASCII letters, digits, - and _, beginning with a letter and not ending in - or _");

    private final String id;
    private final @Nullable URI baseUrl;
    private final Map<Long, CodeMeaning> codes;
    private final Set<Feature> offered;

    private UploadCloneProfile(String id, @Nullable URI baseUrl, Map<Long, CodeMeaning> codes, Set<Feature> offered) {
        this.id = id;
        this.baseUrl = baseUrl;
        this.codes = codes;
        this.offered = offered;
    }

    /**
     * A host.
     *
     * @param id the provider's id
     * @param baseUrl where it is, unless settings say otherwise: the origin plus the documented prefix
     */
    public static UploadCloneProfile of(String id, URI baseUrl) {
        return new UploadCloneProfile(
                Objects.requireNonNull(id, "id"), Objects.requireNonNull(baseUrl, "baseUrl"), Map.of(), Set.of());
    }

    /** A host that has no address of its own: settings must give one. */
    public static UploadCloneProfile withoutAddress(String id) {
        return new UploadCloneProfile(Objects.requireNonNull(id, "id"), null, Map.of(), Set.of());
    }

    /**
     * With codes of {@code base_resp} that mean something else here, or deserve another hint, than in MiniMax's own table; beside those
     * given before.
     */
    public UploadCloneProfile withCodes(Map<Long, CodeMeaning> overlay) {
        Map<Long, CodeMeaning> all = new HashMap<>(codes);
        all.putAll(overlay);
        return new UploadCloneProfile(id, baseUrl, Map.copyOf(all), offered);
    }

    /**
     * With what its sessions do beside cloning: speak, and list and delete voices, as these capabilities say. Default: nothing.
     *
     * @param capabilities what the provider says of itself
     */
    public UploadCloneProfile offering(Capabilities capabilities) {
        return new UploadCloneProfile(id, baseUrl, codes, capabilities.features());
    }

    /**
     * What comes with the dialect and holds at every host: recordings of {@code spec/000}, ids and prompts of {@code spec/001}.
     * To be completed with what differs: previews, languages, watermark, usage.
     */
    public static Capabilities.Builder capabilities() {
        return Capabilities.builder(new AudioLimits(
                        FORMATS, Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofMinutes(5)), MAX_BYTES))
                .prompt(new AudioLimits(FORMATS, Optional.empty(), Optional.of(Duration.ofSeconds(8)), MAX_BYTES))
                .chosenVoiceId(VOICE_ID)
                .features(
                        Feature.FILE_AUDIO,
                        Feature.NOISE_REDUCTION,
                        Feature.VOLUME_NORMALIZATION,
                        Feature.SAFETY_VERDICT);
    }

    /**
     * What comes with the dialect's speech and holds at every host (public pages of {@code t2a_v2} and {@code t2a_async_v2}, wire-facts 1.4).
     * To be completed with the models and languages.
     */
    public static SpeechLimits.Builder speech() {
        return SpeechData.limits();
    }

    /**
     * The option of a host whose path of uploads is not the same everywhere (wire-facts 4.2).
     *
     * @param variable the environment variable that sets it
     */
    public static Option uploadPathOption(String variable) {
        return UploadPath.option(variable);
    }

    /**
     * Gets ready to clone at this host. Sends nothing.
     *
     * @throws io.voicecloner.ConfigurationException if the settings cannot be used
     */
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        URI address = settings.baseUrl().or(() -> Optional.ofNullable(baseUrl)).orElseThrow(() -> BaseUrl.missing(id));
        return UploadCloneSession.open(this, address, UploadPath.of(this, settings), settings, context);
    }

    /** What cannot be used among the settings of this host. */
    static RuntimeException unusable(String id, String option, String what) {
        return Failures.exception(FailureReport.of(
                        Category.CONFIGURATION, Reason.INVALID_SETTING, Step.CONFIGURE, "the settings cannot be used")
                .provider(id)
                .violations(List.of(new Violation(
                        "config." + id + '.' + option, "invalid", id + '.' + option + ' ' + what + '.'))));
    }

    /** Whether this stands for any host of some kind, whose paths nobody knows beforehand. */
    boolean isAnywhere() {
        return baseUrl == null;
    }

    String id() {
        return id;
    }

    Set<Feature> offered() {
        return offered;
    }

    Map<Long, CodeMeaning> codes() {
        return codes;
    }
}
