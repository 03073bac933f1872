package io.voicecloner;

import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How connections to a provider's API are secured instead of by what the JVM trusts. Both belong together: usually they come of one
 * {@code SSLContext}.
 *
 * @param sockets makes the secured sockets, with a certificate of the caller's own where there is one; thread-safe
 * @param trust the trust manager that {@code sockets} was made with; thread-safe
 */
public record Tls(SSLSocketFactory sockets, X509TrustManager trust) {
    public Tls {
        Objects.requireNonNull(sockets, "sockets");
        Objects.requireNonNull(trust, "trust");
    }
}
