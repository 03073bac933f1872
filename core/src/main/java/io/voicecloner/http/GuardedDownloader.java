package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.PreviewHost;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.Attempts;
import io.voicecloner.attempt.CallRunner;
import io.voicecloner.attempt.CancelableCall;
import io.voicecloner.attempt.Operation;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.Time;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files from addresses that somebody else chose: a preview, or a recording given as a URL. Carries no key, follows at
 * most three redirects, each of them checked, and looks at the address at the moment of connecting. Goes through a proxy to no host
 * but those that {@link ProviderSettings#withPreviewHosts} names. Thread-safe.
 */
public final class GuardedDownloader implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;

    private final AddressGuard previews;
    private final AddressGuard recordings;
    private final DownloadClients clients;
    private final PathToApi pathToApi;
    private final CallRunner runner;
    private final Attempts attempts;

    /**
     * @param providerBaseUrl the one address that may be connected to although it is not public; null for none
     * @param loopbackAllowed whether loopback, over plain http too, may be
     */
    public GuardedDownloader(@Nullable URI providerBaseUrl, boolean loopbackAllowed) {
        this(
                providerBaseUrl,
                ProviderSettings.of("").withLoopbackAllowed(loopbackAllowed).withAttempts(1),
                new ProviderContext(Clock.systemUTC(), Time.system()));
    }

    /**
     * @param providerBaseUrl the one address that may be connected to although it is not public; null for none
     * @param settings say how often a download may be tried, which hosts previews may come from and the proxy to these, whether loopback
     *     may be connected to, whose threads are taken, and how connections to the provider's own origin are secured
     * @throws io.voicecloner.ConfigurationException if a host that previews may come from is not public
     */
    public GuardedDownloader(@Nullable URI providerBaseUrl, ProviderSettings settings, ProviderContext context) {
        this(providerBaseUrl, settings, context, UnaryOperator.identity());
    }

    /** The same on another network: tests say where names lead. */
    GuardedDownloader(
            @Nullable URI providerBaseUrl,
            ProviderSettings settings,
            ProviderContext context,
            UnaryOperator<OkHttpClient> wiring) {
        requirePublic(settings.previewHosts());
        boolean loopbackAllowed = settings.loopbackAllowed();
        this.attempts = new Attempts(() -> "", settings, context.time(), new SplittableRandom());
        this.previews = new AddressGuard(providerBaseUrl, loopbackAllowed, settings.previewHosts());
        this.recordings = new AddressGuard(providerBaseUrl, loopbackAllowed, List.of());
        this.runner = new CallRunner("voicecloner-download", settings.executor());
        this.clients = new DownloadClients(recordings, settings, wiring);
        this.pathToApi = new PathToApi(settings);
    }

    /** Settings given in code are made where nothing is known of the network. */
    private static void requirePublic(List<PreviewHost> hosts) {
        if (hosts.stream().anyMatch(PublicHosts::isPlainlyNotPublic)) {
            String sentence = "One of preview-hosts is not public, and nothing would ever be fetched from it.";
            throw Failures.exception(FailureReport.of(
                            Category.CONFIGURATION,
                            Reason.INVALID_SETTING,
                            Step.CONFIGURE,
                            "the preview hosts cannot be used")
                    .violations(List.of(new Violation("config.preview-hosts", "preview-hosts", sentence))));
        }
    }

    /** Opens the stream a download is written to, once it is known that there is one. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    /**
     * Writes the file at the address to the target, from its beginning again where the network or the server failed.
     *
     * @param step one that {@linkplain Step#downloads() downloads}
     * @param maxBytes how long the file may be
     * @return how long it was
     * @throws VoiceClonerException a {@code DownloadException} as a rule; the target may have been written in part
     */
    public long download(URI address, Step step, long maxBytes, CallScope scope, Target target) {
        return attempts.repeat(Operation.READ, step, scope, () -> once(address, step, maxBytes, scope, target));
    }

    private long once(URI address, Step step, long maxBytes, CallScope scope, Target target) {
        AtomicReference<@Nullable HttpUrl> asked = new AtomicReference<>();
        try {
            String next = address.toString();
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                HttpUrl url = guardFor(step).check(next);
                asked.set(url);
                Downloaded downloaded = fetch(url, client(url, step), step, maxBytes, scope, target);
                if (downloaded.redirect() == null) {
                    scope.carries(step, downloaded.bytes());
                    return downloaded.bytes();
                }
                next = downloaded.redirect();
            }
            throw new DownloadFault(Reason.UNSAFE_URL, "it redirects more than " + MOST_REDIRECTS + " times");
        } catch (IOException | RuntimeException e) {
            throw DownloadFailures.of(step, scope, e, () -> hint(step, asked.get()));
        }
    }

    /** The hosts that were named are for previews: where a recording lies is said by whoever wants it cloned. */
    private AddressGuard guardFor(Step step) {
        return step == Step.FETCH ? recordings : previews;
    }

    private OkHttpClient client(HttpUrl url, Step step) {
        Proxy proxy = guardFor(step).isNamed(url) ? pathToApi.proxyTo(url) : Proxy.NO_PROXY;
        return proxy.type() == Proxy.Type.HTTP ? clients.through(proxy, url) : clients.straightTo(url);
    }

    private Downloaded fetch(HttpUrl url, OkHttpClient client, Step step, long maxBytes, CallScope scope, Target target)
            throws IOException {
        if (scope.isCanceled() || scope.remaining().isZero()) {
            throw new InterruptedIOException("no time left");
        }
        Request request = new Request.Builder()
                .url(url)
                .header("Accept-Encoding", "identity")
                .build();
        Allowance allowance = GuardedSocketFactory.allowance();
        Call call = allowing(client, allowance).newCall(request);
        AtomicBoolean begun = new AtomicBoolean();
        return runner.run(
                new CancelableCall<>() {
                    @Override
                    public Downloaded execute() throws IOException {
                        // Counted from here on: it may have waited for a thread. Zero would mean no limit at all.
                        long left = Math.max(1, scope.remaining().toNanos());
                        // An hour of speech takes as long as it takes; it is not given up while it comes.
                        long most = step == Step.FETCH_SPEECH ? left : client.callTimeoutMillis() * 1_000_000L;
                        call.timeout().timeout(Math.min(left, most), TimeUnit.NANOSECONDS);
                        return Downloaded.read(call.execute(), maxBytes, allowance, this::opened);
                    }

                    private OutputStream opened() throws IOException {
                        if (!begun.compareAndSet(false, true)) {
                            throw new InterruptedIOException("nobody waits for it any more");
                        }
                        return target.open();
                    }

                    @Override
                    public void cancel() {
                        call.cancel();
                    }

                    /** Nothing is written then. */
                    @Override
                    public boolean abandon() {
                        return begun.compareAndSet(false, true);
                    }
                },
                scope);
    }

    private static OkHttpClient allowing(OkHttpClient client, Allowance allowance) {
        return client.socketFactory() instanceof GuardedSocketFactory sockets
                ? client.newBuilder().socketFactory(sockets.allowing(allowance)).build()
                : client;
    }

    /** Whoever reaches the API through a proxy may not reach anything else without one. */
    private @Nullable String hint(Step step, @Nullable HttpUrl asked) {
        if (asked == null || !pathToApi.hasProxyTo(asked)) {
            return null;
        }
        if (guardFor(step).isNamed(asked)) {
            return "It was asked for through the proxy, since preview-hosts names its host. "
                    + "A proxy that wants a password is given none.";
        }
        return step != Step.FETCH
                ? "Previews are fetched past the proxy, unless preview-hosts names their host: " + asked.host()
                : "Recordings are fetched past the proxy: fetch it yourself, and give the file.";
    }

    @Override
    public void close() {
        runner.close();
        clients.close();
    }
}
