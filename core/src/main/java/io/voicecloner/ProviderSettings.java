package io.voicecloner;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * How one provider is reached and used. Immutable; each {@code with…} returns a changed copy. The API key is asked for again at
 * every request, so that a supplier may rotate it, and never shows in {@link #toString}.
 */
public final class ProviderSettings {
    private final Values values;

    private ProviderSettings(Values values) {
        this.values = values;
    }

    /** Settings with a fixed key and the provider's defaults. */
    public static ProviderSettings of(String apiKey) {
        Objects.requireNonNull(apiKey, "apiKey");
        return of(() -> apiKey);
    }

    /** Settings with a key that is asked for before every request, on the thread that sends it. */
    public static ProviderSettings of(Supplier<String> apiKey) {
        return new ProviderSettings(new Values(apiKey));
    }

    /** At another address: the origin plus the documented prefix, {@code https://api.example/v1}, with or without the last slash. */
    public ProviderSettings withBaseUrl(URI url) {
        return changed(draft -> draft.baseUrl = Objects.requireNonNull(url, "url"));
    }

    /**
     * Under an account name, which appears in the {@link VoiceRef} of every voice made: up to 64 lower-case letters, digits and
     * hyphens, beginning with a letter.
     */
    public ProviderSettings withAccount(String name) {
        VoiceRef.requireAccountName(name);
        return changed(draft -> draft.account = name);
    }

    /**
     * With another number of attempts: 1 for none but the first, at most 10. What must not be repeated is not, however many are
     * allowed.
     */
    public ProviderSettings withAttempts(int most) {
        if (most < 1 || most > 10) {
            throw new IllegalArgumentException("1 to 10 attempts, not " + most);
        }
        return changed(draft -> draft.attempts = most);
    }

    /** With another rate at which voices are asked for, over all threads that use one cloner. */
    public ProviderSettings withRate(Rate limit) {
        return changed(draft -> draft.rate = Objects.requireNonNull(limit, "limit"));
    }

    /** With a text spoken once more after its answer was lost, or not: it may be billed twice. */
    public ProviderSettings withRetryAmbiguousSpeech(boolean repeated) {
        return changed(draft -> draft.retryAmbiguousSpeech = repeated);
    }

    /** With this rule for outcomes that nobody knows. */
    public ProviderSettings withOnAmbiguity(OnAmbiguity rule) {
        return changed(draft -> draft.onAmbiguity = Optional.of(rule));
    }

    /** With an option that the provider declares, as configuration would give it. */
    public ProviderSettings withOption(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(values.options);
        more.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return changed(draft -> draft.options = Collections.unmodifiableMap(more));
    }

    /** With the time one connection attempt may take; default 5 s. */
    public ProviderSettings withConnectTimeout(Duration limit) {
        return changed(draft -> draft.connectTimeout = sane(limit));
    }

    /** With the time the provider may stay silent; default 150 s, since a clone takes up to 30 s and more under load. */
    public ProviderSettings withReadTimeout(Duration limit) {
        return changed(draft -> draft.readTimeout = sane(limit));
    }

    /** With the time one stalled write may take; default 20 s. */
    public ProviderSettings withWriteTimeout(Duration limit) {
        return changed(draft -> draft.writeTimeout = sane(limit));
    }

    /** With the time one request may take from connecting to the last byte; default 300 s. Not for speech, which takes as long as it takes. */
    public ProviderSettings withCallTimeout(Duration limit) {
        return changed(draft -> draft.callTimeout = sane(limit));
    }

    /** With the time a whole clone may take, unless the request says otherwise; default 10 min. */
    public ProviderSettings withDeadline(Duration limit) {
        return changed(draft -> draft.deadline = sane(limit));
    }

    /** With the largest recording to send, in bytes; default 20 MiB, what the providers document. */
    public ProviderSettings withMaxAudioBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("an audio limit is at least one byte: " + bytes);
        }
        return changed(draft -> draft.maxAudioBytes = bytes);
    }

    /** With the beginning of the voice ids that the library makes; default {@code vc-}. */
    public ProviderSettings withVoiceIdPrefix(String prefix) {
        return changed(draft -> draft.voiceIdPrefix = Objects.requireNonNull(prefix, "prefix"));
    }

    /** With the length of recordings held to what the provider documents this strictly; default {@link DurationCheck#TOLERANT}. */
    public ProviderSettings withDurationCheck(DurationCheck strictness) {
        return changed(draft -> draft.durationCheck = Objects.requireNonNull(strictness, "strictness"));
    }

    /**
     * With the provider's API reached through an HTTP proxy; default: what the JVM's proxy selector says. Takes the place of a
     * {@link #withProxySelector selector} given before. An API on loopback is reached without a proxy. Downloads go through it to no
     * host but those that {@link #withPreviewHosts} names: it hides where they lead.
     *
     * @param host resolved when it is connected to
     */
    public ProviderSettings withHttpProxy(String host, int port) {
        InetSocketAddress proxy = InetSocketAddress.createUnresolved(host, port);
        return changed(draft -> {
            draft.httpProxy = Optional.of(proxy);
            draft.proxySelector = Optional.empty();
        });
    }

    /**
     * With the proxy to the provider's API chosen by this selector instead of the JVM's: asked for every connection, on the thread that
     * makes it. {@code ProxySelector.of(null)} is for no proxy, whatever the JVM is set to. Takes the place of an
     * {@link #withHttpProxy HTTP proxy} given before. An API on loopback never uses one, nor do downloads from hosts that
     * {@link #withPreviewHosts} does not name.
     *
     * @param selector thread-safe
     */
    public ProviderSettings withProxySelector(ProxySelector selector) {
        Objects.requireNonNull(selector, "selector");
        return changed(draft -> {
            draft.proxySelector = Optional.of(selector);
            draft.httpProxy = Optional.empty();
        });
    }

    /**
     * With connections to the provider's API secured like this: for a gateway whose certificate comes from an authority of your own, or one
     * that asks for a certificate of yours. Default: what the JVM trusts, and no certificate.
     *
     * <p>TLS 1.2 is the least that is spoken, and the name in the certificate must be that of the host; neither can be switched off. Holds
     * for the origin of the base URL, also where a preview is fetched from there; every other download is secured by what the JVM trusts, so
     * that a certificate of yours is shown to nobody else.
     *
     * @param sockets makes the secured sockets; thread-safe
     * @param trust the trust manager that {@code sockets} was made with; thread-safe
     */
    public ProviderSettings withTls(SSLSocketFactory sockets, X509TrustManager trust) {
        Tls given = new Tls(sockets, trust);
        return changed(draft -> draft.tls = Optional.of(given));
    }

    /**
     * With requests and downloads run on threads of this executor, which stays the caller's to shut down. Default: daemon threads of the
     * cloner's own, as many as are needed.
     *
     * <p>A request takes one thread while the thread that asked for it waits, which is why an interrupt is felt at once. One clone needs one
     * thread, and two where a recording and its prompt are to be uploaded at the same time; with fewer they go one after the other. Where no
     * thread begins before the deadline, or the executor rejects, nothing was sent: a {@link ProviderUnavailableException}, or a
     * {@link DownloadException}, of {@link Reason#OVERLOADED}.
     *
     * <p>Do not give a bounded executor that also runs {@link VoiceCloner#cloneVoiceAsync} or the callers of {@link VoiceCloner#cloneVoice}:
     * clones that hold all its threads wait for one more until their deadlines. An executor that runs a task on the thread that hands it over
     * works, but an interrupt of that thread is felt only when the answer is there.
     *
     * @param executor thread-safe
     */
    public ProviderSettings withExecutor(Executor executor) {
        Objects.requireNonNull(executor, "executor");
        return changed(draft -> draft.executor = Optional.of(executor));
    }

    /**
     * With the HTTP client behind the provider's API changed by this once it is set up, before the rules of safe transport are laid on it.
     * For what no other setting says; downloads are not touched by it.
     *
     * @param customizer an {@code io.voicecloner.http.OkHttpCustomizer}; takes the place of one given before
     */
    public ProviderSettings withHttpCustomizer(HttpCustomizer customizer) {
        Objects.requireNonNull(customizer, "customizer");
        return changed(draft -> draft.httpCustomizer = Optional.of(customizer));
    }

    /**
     * With previews fetched from these hosts alone, wherever a provider says they are; default: from any public host, at port 443.
     *
     * <p>An entry is {@code cdn.example}, {@code *.cdn.example} for the hosts below it, or either with {@code :8443} for that port in place of
     * 443. It opens nothing that is not public: https is a must, and an address that a name leads to must be a public one. The origin of the
     * base URL needs no entry, nor does loopback where it is {@link #withLoopbackAllowed allowed}. Redirects are held to the same.
     * A recording given as a URL is not touched by this: it may lie at any public host, at port 443.
     *
     * <p>A host that is named here is reached through the HTTP proxy that the provider's API would be reached through, if there is one:
     * {@link #withHttpProxy the one given}, what the {@link #withProxySelector selector} says, or the JVM. Then only its name is checked
     * here, and it is the proxy that sees where it leads. The proxy is asked for a tunnel and given no password. No other download goes through a
     * proxy.
     *
     * <p>Names that mean something only inside, like {@code cdn.corp}, are refused when a cloner is opened: a
     * {@link ConfigurationException}.
     *
     * @param entries take the place of those given before; none for the default, every public host
     * @throws IllegalArgumentException if one is neither of these, or has to be written {@code xn--}: {@link PreviewHost#parse}
     */
    public ProviderSettings withPreviewHosts(String... entries) {
        List<PreviewHost> hosts = Arrays.stream(entries)
                .map(entry -> PreviewHost.parse(entry)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "a preview host is written cdn.example, *.cdn.example or cdn.example:8443; a name with \u00DF "
                                        + "or another sign that is read in two ways in its xn-- form")))
                .toList();
        return changed(draft -> draft.previewHosts = hosts);
    }

    /** With plain {@code http} to loopback allowed as audio source, as published URL and for previews: for tests and the emulator. */
    public ProviderSettings withLoopbackAllowed(boolean allowed) {
        return changed(draft -> draft.loopbackAllowed = allowed);
    }

    public Supplier<String> apiKey() {
        return values.apiKey;
    }

    public Optional<URI> baseUrl() {
        return Optional.ofNullable(values.baseUrl);
    }

    public Optional<String> account() {
        return Optional.ofNullable(values.account);
    }

    /** The value given for an option the provider declares. */
    public Optional<String> option(String name) {
        return Optional.ofNullable(values.options.get(name));
    }

    /** Every option given. Immutable. */
    public Map<String, String> options() {
        return values.options;
    }

    public Duration connectTimeout() {
        return values.connectTimeout;
    }

    public Duration readTimeout() {
        return values.readTimeout;
    }

    public Duration writeTimeout() {
        return values.writeTimeout;
    }

    public Duration callTimeout() {
        return values.callTimeout;
    }

    public Duration deadline() {
        return values.deadline;
    }

    public long maxAudioBytes() {
        return values.maxAudioBytes;
    }

    public String voiceIdPrefix() {
        return values.voiceIdPrefix;
    }

    public DurationCheck durationCheck() {
        return values.durationCheck;
    }

    /** The proxy to the provider's API, unresolved. */
    public Optional<InetSocketAddress> httpProxy() {
        return values.httpProxy;
    }

    /** What chooses the proxy to the provider's API; empty where the JVM's selector does, or {@link #httpProxy} is set. */
    public Optional<ProxySelector> proxySelector() {
        return values.proxySelector;
    }

    /** How connections to the provider's API are secured; empty for what the JVM trusts. */
    public Optional<Tls> tls() {
        return values.tls;
    }

    /** Whose threads run requests and downloads; empty for threads of the cloner's own. */
    public Optional<Executor> executor() {
        return values.executor;
    }

    /** What changes the HTTP client behind the provider's API. */
    public Optional<HttpCustomizer> httpCustomizer() {
        return values.httpCustomizer;
    }

    /** The hosts that previews are fetched from; empty for every public one. Immutable. */
    public List<PreviewHost> previewHosts() {
        return values.previewHosts;
    }

    public boolean loopbackAllowed() {
        return values.loopbackAllowed;
    }

    /** How often one request may be sent in all, 1 to 10; default 3. */
    public int attempts() {
        return values.attempts;
    }

    /** How fast voices are asked for; default one a second. Uploads are not slowed down. */
    public Rate rate() {
        return values.rate;
    }

    /** Whether a text is spoken once more after its answer was lost; default yes. */
    public boolean retryAmbiguousSpeech() {
        return values.retryAmbiguousSpeech;
    }

    /** What to do about an outcome that nobody knows; empty for the default described at {@link OnAmbiguity}. */
    public Optional<OnAmbiguity> onAmbiguity() {
        return values.onAmbiguity;
    }

    /** Names of options only: their values, the key and the base URL's details may be secrets. */
    @Override
    public String toString() {
        return "ProviderSettings[host=" + (values.baseUrl == null ? "default" : values.baseUrl.getHost()) + ", options="
                + new TreeMap<>(values.options).keySet() + ", apiKey=[redacted]]";
    }

    private static Duration sane(Duration limit) {
        if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a time limit is a millisecond to a day: " + limit);
        }
        return limit;
    }

    private ProviderSettings changed(Consumer<Values> change) {
        Values draft = values.clone();
        change.accept(draft);
        return new ProviderSettings(draft);
    }

    /** Every setting with its default. Changed only as a copy that nobody else has yet. */
    private static final class Values extends Copyable {
        private final Supplier<String> apiKey;
        private @Nullable URI baseUrl;
        private @Nullable String account;
        private Map<String, String> options = Map.of();
        private Duration connectTimeout = Duration.ofSeconds(5);
        private Duration readTimeout = Duration.ofSeconds(150);
        private Duration writeTimeout = Duration.ofSeconds(20);
        private Duration callTimeout = Duration.ofMinutes(5);
        private Duration deadline = Duration.ofMinutes(10);
        private long maxAudioBytes = 20L * 1024 * 1024;
        private String voiceIdPrefix = "vc-";
        private DurationCheck durationCheck = DurationCheck.TOLERANT;
        private Optional<InetSocketAddress> httpProxy = Optional.empty();
        private Optional<ProxySelector> proxySelector = Optional.empty();
        private Optional<Tls> tls = Optional.empty();
        private Optional<Executor> executor = Optional.empty();
        private Optional<HttpCustomizer> httpCustomizer = Optional.empty();
        private List<PreviewHost> previewHosts = List.of();
        private boolean loopbackAllowed;
        private int attempts = 3;
        private Rate rate = Rate.parse("1/s").orElseThrow();
        private Optional<OnAmbiguity> onAmbiguity = Optional.empty();
        private boolean retryAmbiguousSpeech = true;

        Values(Supplier<String> apiKey) {
            this.apiKey = Objects.requireNonNull(apiKey, "apiKey");
        }

        @Override
        protected Values clone() {
            return (Values) super.clone();
        }
    }
}
