package io.voicecloner.preflight;

import io.voicecloner.AudioLimits;
import io.voicecloner.AudioSource;
import io.voicecloner.Capabilities;
import io.voicecloner.DurationCheck;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.http.Loopback;
import io.voicecloner.http.PublicHosts;
import io.voicecloner.spi.PreparedAudio;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** The rules for where a recording comes from and how it could reach the provider. */
final class SourceRules {
    private final Capabilities capabilities;
    private final boolean hostAvailable;
    private final Optional<URI> hostBaseUrl;
    private final Optional<URI> baseUrl;
    private final boolean loopbackAllowed;
    private final DurationCheck durationCheck;
    private final Clock clock;
    private final Findings findings;

    SourceRules(
            Capabilities capabilities,
            boolean hostAvailable,
            Optional<URI> hostBaseUrl,
            ProviderSettings settings,
            Clock clock,
            Findings findings) {
        this.capabilities = capabilities;
        this.hostAvailable = hostAvailable;
        this.hostBaseUrl = hostBaseUrl;
        this.baseUrl = settings.baseUrl();
        this.loopbackAllowed = settings.loopbackAllowed();
        this.durationCheck = settings.durationCheck();
        this.clock = clock;
        this.findings = findings;
    }

    /** Checks a source; a recording at hand is returned ready to be sent. */
    Optional<PreparedAudio.Content> check(String field, AudioSource source, AudioLimits limits) {
        if (source instanceof AudioSource.Url onTheWeb) {
            checkUrl(field, onTheWeb.url());
            return Optional.empty();
        }
        if (!capabilities.has(Feature.FILE_AUDIO) && !hostAvailable) {
            findings.violation(
                    field,
                    "no-audio-host",
                    "This provider takes only the URL of a recording, and no audio host is configured to publish "
                            + "a local one: give a URL, or set voicecloner.audio-host.type and its public-base-url.");
        }
        if (!capabilities.has(Feature.FILE_AUDIO)
                && hostBaseUrl.filter(this::isOutOfReach).isPresent()) {
            findings.violation(
                    field,
                    "unreachable-audio-host",
                    "The provider cannot fetch from where the audio host publishes: set "
                            + "voicecloner.audio-host.public-base-url to the https address under which it is reached from outside.");
        }
        return new Recording(field, limits, durationCheck, findings).inspect(source);
    }

    private boolean isOutOfReach(URI base) {
        return Loopback.isLoopback(base) ? !loopbackAllowed : !"https".equalsIgnoreCase(base.getScheme());
    }

    private void checkUrl(String field, URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        boolean loopback = scheme.equals("http") && loopbackAllowed && Loopback.isLoopback(url);
        if (url.getHost() == null || !(scheme.equals("https") || loopback)) {
            findings.violation(field, "not-https", "The URL of a recording must be https with a host.");
        } else if (!Unicode.isWellFormed(url.toString())) {
            findings.violation(field, "not-unicode", "The URL of a recording holds half of a surrogate pair.");
        } else if (url.getRawUserInfo() != null) {
            findings.violation(field, "user-in-url", "The URL of a recording must not hold a user name.");
        } else if (Loopback.isLoopback(url) ? !loopbackAllowed : PublicHosts.isPlainlyNotPublic(url)) {
            findings.violation(field, "unreachable", "The URL of a recording leads to an address that is not public.");
        } else if (!capabilities.has(Feature.URL_AUDIO) && isAtAnotherPort(url)) {
            findings.violation(
                    field,
                    "port",
                    "This provider takes files, so that the recording is fetched here, and that at port 443 only.");
        } else if (SignedUrl.expired(url, clock.instant())) {
            findings.warning("The signature in the URL of the recording seems to have expired.");
        }
    }

    private boolean isAtAnotherPort(URI url) {
        boolean usual = url.getPort() == -1 || url.getPort() == 443;
        return !usual
                && !Loopback.isLoopback(url)
                && baseUrl.filter(home -> isOf(home, url)).isEmpty();
    }

    private static boolean isOf(URI home, URI url) {
        return url.getHost().equalsIgnoreCase(home.getHost()) && url.getPort() == home.getPort();
    }
}
