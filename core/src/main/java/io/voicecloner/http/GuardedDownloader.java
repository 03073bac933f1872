package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
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
import java.net.URI;
import java.time.Clock;
import java.util.SplittableRandom;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/**
 * Fetches files from addresses that somebody else chose: a preview, or a recording given as a URL. Carries no key, follows at
 * most three redirects, each of them checked, and looks at the address at the moment of connecting. Thread-safe.
 */
public final class GuardedDownloader implements AutoCloseable {
    private static final int MOST_REDIRECTS = 3;

    private final AddressGuard guard;
    private final OkHttpClient client;
    private final OkHttpClient clientForHome;
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
     * @param settings say how often a download may be tried, whether loopback may be connected to, whose threads are taken, and how
     *     connections to the provider's own origin are secured
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
        boolean loopbackAllowed = settings.loopbackAllowed();
        this.attempts = new Attempts(() -> "", settings, context.time(), new SplittableRandom());
        this.guard = new AddressGuard(providerBaseUrl, loopbackAllowed);
        this.runner = new CallRunner("voicecloner-download", settings.executor());
        this.client = wiring.apply(HttpClients.forDownloads(guard));
        // A certificate of the caller's own is for the provider alone, as is whom it trusts.
        this.clientForHome =
                HttpClients.secured(client.newBuilder(), settings.tls()).build();
    }

    /** Opens the stream a download is written to, once it is known that there is one. */
    @FunctionalInterface
    public interface Target {
        OutputStream open() throws IOException;
    }

    /**
     * Writes the file at the address to the target, from its beginning again where the network or the server failed.
     *
     * @param step {@link Step#DOWNLOAD} or {@link Step#FETCH}
     * @param maxBytes how long the file may be
     * @return how long it was
     * @throws VoiceClonerException a {@code DownloadException} as a rule; the target may have been written in part
     */
    public long download(URI address, Step step, long maxBytes, CallScope scope, Target target) {
        return attempts.repeat(Operation.READ, step, scope, () -> once(address, step, maxBytes, scope, target));
    }

    private long once(URI address, Step step, long maxBytes, CallScope scope, Target target) {
        try {
            String next = address.toString();
            for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
                Downloaded downloaded = fetch(guard.check(next), maxBytes, scope, target);
                if (downloaded.redirect() == null) {
                    scope.carries(step, downloaded.bytes());
                    return downloaded.bytes();
                }
                next = downloaded.redirect();
            }
            throw new DownloadFault(Reason.UNSAFE_URL, "it redirects more than " + MOST_REDIRECTS + " times");
        } catch (IOException | RuntimeException e) {
            throw failure(step, scope, e);
        }
    }

    private Downloaded fetch(HttpUrl url, long maxBytes, CallScope scope, Target target) throws IOException {
        if (scope.isCanceled() || scope.remaining().isZero()) {
            throw new InterruptedIOException("no time left");
        }
        Request request = new Request.Builder()
                .url(url)
                .header("Accept-Encoding", "identity")
                .build();
        Allowance allowance = GuardedSocketFactory.allowance();
        Call call =
                allowing(guard.isHome(url) ? clientForHome : client, allowance).newCall(request);
        AtomicBoolean begun = new AtomicBoolean();
        return runner.run(
                new CancelableCall<>() {
                    @Override
                    public Downloaded execute() throws IOException {
                        // Counted from here on: it may have waited for a thread. Zero would mean no limit at all.
                        long left = Math.max(1, scope.remaining().toNanos());
                        call.timeout()
                                .timeout(Math.min(left, client.callTimeoutMillis() * 1_000_000L), TimeUnit.NANOSECONDS);
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

    private static VoiceClonerException failure(Step step, CallScope scope, Exception cause) {
        if (cause instanceof VoiceClonerException known) {
            return known;
        }
        if (scope.isCanceled()) {
            return Failures.exception(
                    scope.failure(Category.CANCELED, Reason.CANCELED, step, "cancelled while " + step.doing()), cause);
        }
        Reason reason = Reason.INCOMPLETE;
        String detail = "the connection failed";
        if (cause instanceof AddressGuard.UnsafeUrlException unsafe) {
            reason = unsafe.reason();
            detail = String.valueOf(unsafe.getMessage());
        } else if (cause instanceof DownloadFault fault) {
            reason = fault.reason();
            detail = String.valueOf(fault.getMessage());
        } else if (cause instanceof UnreadableReplyException unreadable) {
            reason = unreadable.reason();
            detail = String.valueOf(unreadable.getMessage());
        } else if (cause instanceof RejectedExecutionException) {
            reason = Reason.OVERLOADED;
            detail = "the executor had no thread for it";
        } else if (cause instanceof InterruptedIOException) {
            reason = scope.remaining().isZero() ? Reason.DEADLINE : Reason.TIMEOUT;
            detail = "no answer came in time";
        } else if (cause instanceof java.net.UnknownHostException) {
            reason = Reason.DNS;
            detail = "the host name does not resolve";
        } else if (cause instanceof java.net.ConnectException) {
            reason = Reason.CONNECT;
            detail = "no connection could be made";
        } else if (TransportFailures.isCertificateRefused(cause)) {
            reason = Reason.CERTIFICATE;
            detail = "the certificate of the other side is not to be trusted";
        } else if (cause instanceof javax.net.ssl.SSLException) {
            reason = Reason.TLS;
            detail = "the connection could not be secured";
        }
        // The transport's own exception may quote the address, signature included: only its class is kept.
        return Failures.exception(scope.failure(
                        Category.DOWNLOAD, reason, step, "the file could not be downloaded: " + detail)
                .delivery(deliveryOf(reason))
                .hint(reason == Reason.UNSAFE_URL ? "Only https addresses of public hosts are fetched." : null));
    }

    /** What passes by itself may be tried again. */
    private static Delivery deliveryOf(Reason reason) {
        return switch (reason) {
            case DNS, CONNECT, TLS, OVERLOADED -> Delivery.NOT_SENT;
            case TIMEOUT, INCOMPLETE, PROVIDER_FAULT -> Delivery.UNKNOWN;
            default -> Delivery.REJECTED;
        };
    }

    @Override
    public void close() {
        runner.close();
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
    }
}
