package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.HttpCustomizer;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.Failures;
import java.util.Objects;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;

/**
 * Changes OkHttp's own builder behind a provider's API, for what {@link io.voicecloner.ProviderSettings} have no word for. Runs once for
 * each cloner, on the thread that opens it; what it throws is thrown there. The client for downloads is not touched by it.
 *
 * <p>Stays as it is set here: {@code dns}, {@code socketFactory}, {@code certificatePinner}, {@code fastFallback}, {@code eventListener},
 * {@code proxyAuthenticator} for the tunnel to the API, and {@code proxy} and {@code proxySelector} unless the settings name a proxy or the
 * API is on loopback. An event listener is told everything and must throw nothing. What comes over sockets of a {@code socketFactory} or of a
 * SOCKS proxy is not counted: there, a server may fill the memory with a line without an end around the parts of its answer.
 *
 * <p>Interceptors stay too, within the rules. They see each request before the key is in it, if they are not network interceptors, and
 * may change it, but not where it goes. A request is sent once however often they proceed, and the provider's answer is what counts: one
 * that they put in its place is not believed, and what they throw after it came is ignored. Only network interceptors stand between the wire and
 * the reading of an answer: what they make of it is read, and what they throw leaves the outcome open.
 *
 * <p>A network interceptor sees the key, and every interceptor sees the query of the address. One that writes to a log must leave both out: OkHttp's
 * {@code HttpLoggingInterceptor} needs {@code redactHeader("Authorization")} and, for each name of a parameter, {@code redactQueryParams}, and
 * at its level {@code BODY} would print the recording. This library brings no such interceptor.
 *
 * <p>Laid over it afterwards, so that nothing of it can be undone, by an interceptor's {@code chain.with…} neither: HTTP/1.1 alone, a connection
 * for each request, no retries, redirects, cookies or cache; no {@code authenticator}; the timeouts, the TLS versions and the host-name check
 * of the settings, and whom they trust; the key for its own origin only, uncompressed answers of limited size that must be JSON. The
 * {@code dispatcher} and the {@code connectionPool} are the cloner's own.
 */
public final class OkHttpCustomizer implements HttpCustomizer {
    private final Consumer<? super OkHttpClient.Builder> change;

    private OkHttpCustomizer(Consumer<? super OkHttpClient.Builder> change) {
        this.change = Objects.requireNonNull(change, "change");
    }

    /**
     * For {@link io.voicecloner.ProviderSettings#withHttpCustomizer}.
     *
     * @param change changes the builder it is given; that builder is of no use afterwards
     */
    public static OkHttpCustomizer of(Consumer<? super OkHttpClient.Builder> change) {
        return new OkHttpCustomizer(change);
    }

    /** The customizer, if it is one of these. */
    static OkHttpCustomizer in(String provider, HttpCustomizer given) {
        if (given instanceof OkHttpCustomizer ours) {
            return ours;
        }
        throw Failures.exception(FailureReport.of(
                        Category.CONFIGURATION,
                        Reason.INVALID_SETTING,
                        Step.CONFIGURE,
                        "the HTTP customizer is not one of io.voicecloner.http.OkHttpCustomizer")
                .provider(provider));
    }

    void customize(OkHttpClient.Builder client) {
        change.accept(client);
    }
}
