package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Violation;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.StandardOptions;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Where an API is, checked: {@code https}, or plain {@code http} to loopback; nothing but host, port and path. */
public final class BaseUrl {
    private final HttpUrl url;

    private BaseUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * Checks an address and gives it the last slash that relative paths need.
     *
     * @throws io.voicecloner.ConfigurationException if the address cannot be used
     */
    public static BaseUrl of(String provider, URI address) {
        String wrong = whatIsWrong(address);
        if (wrong != null) {
            throw unusable(provider, "base-url", "The base URL " + wrong + '.');
        }
        String text = address.toASCIIString();
        return new BaseUrl(HttpUrl.get(text.endsWith("/") ? text : text + '/'));
    }

    /** For a provider without an address of its own whose settings give none. */
    public static VoiceClonerException missing(String provider) {
        return unusable(provider, "missing", "There is no base URL for " + provider + ", which has none of its own.");
    }

    private static VoiceClonerException unusable(String provider, String rule, String sentence) {
        String field = "config." + provider + '.' + StandardOptions.BASE_URL;
        return Failures.exception(FailureReport.of(
                        Category.CONFIGURATION, Reason.INVALID_SETTING, Step.CONFIGURE, "the base URL cannot be used")
                .provider(provider)
                .violations(List.of(new Violation(field, rule, sentence))));
    }

    /** What is wrong with an address, to stand after "The base URL"; empty if it can be used. */
    public static Optional<String> problemOf(URI address) {
        return Optional.ofNullable(whatIsWrong(address));
    }

    /** The host as it is asked for: a name that is not ASCII, in its ASCII form, which shows what it really is. */
    public static Optional<String> hostOf(URI address) {
        return Optional.ofNullable(HttpUrl.parse(address.toASCIIString())).map(HttpUrl::host);
    }

    HttpUrl url() {
        return url;
    }

    /** Whether a request to that address goes to the same scheme, host and port. */
    boolean sameOrigin(HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }

    private static @Nullable String whatIsWrong(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return "must begin with https://";
        }
        String authority = address.getRawAuthority();
        HttpUrl parsed = HttpUrl.parse(address.toASCIIString());
        // OkHttp takes the first part of the path for the host where there is none.
        if (authority == null || parsed == null) {
            return "has no host or a port that is none";
        }
        if (scheme.equals("http") && !Loopback.isLoopback(parsed.host())) {
            return "must be https: the API key is never sent in the clear, except to this machine";
        }
        // Java's URI sees no user before a host name that it does not understand, one with an underscore for example.
        boolean user = authority.indexOf('@') >= 0;
        if (user || address.getRawQuery() != null || address.getRawFragment() != null) {
            return "must not hold a user, a query or a fragment";
        }
        if (parsed.host().endsWith(".")) {
            return "must not hold a host that ends in a dot";
        }
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        String dots = (path + '/').toLowerCase(Locale.ROOT).replace("%2e", ".");
        if (path.contains("//") || dots.contains("/./") || dots.contains("/../")) {
            return "must not hold empty or dotted path segments";
        }
        return null;
    }

    @Override
    public String toString() {
        return url.toString();
    }
}
