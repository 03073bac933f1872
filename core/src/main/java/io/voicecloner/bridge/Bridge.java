package io.voicecloner.bridge;

import io.voicecloner.AudioLimits;
import io.voicecloner.AudioSource;
import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.bridge.Leftovers.Leftover;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.http.Loopback;
import io.voicecloner.preflight.Findings;
import io.voicecloner.preflight.Recording;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Brings recordings into the form one provider takes: a local one is published for a provider that takes only URLs, one on the
 * web is fetched for a provider that takes only files. Thread-safe.
 */
public final class Bridge {
    /** More than an audio host of ours needs to give up by itself, and then say which object is left. */
    private static final Duration TAKE_DOWN_ALLOWANCE = Duration.ofSeconds(5);

    private static final Leftover STILL_COMING = new Leftover(
            List.of(),
            "A recording whose publishing was given up may still come out published; it is then taken down, if that "
                    + "can be done before the program ends.");

    private final String provider;
    private final Capabilities capabilities;
    private final ProviderSettings settings;
    private final @Nullable AudioHost host;
    private final GuardedDownloader downloader;
    private final Duration takeDownAllowance;

    /** @param host where local recordings are published; null if nowhere */
    public Bridge(
            String provider,
            Capabilities capabilities,
            ProviderSettings settings,
            @Nullable AudioHost host,
            GuardedDownloader downloader) {
        this(provider, capabilities, settings, host, downloader, TAKE_DOWN_ALLOWANCE);
    }

    /** @param takeDownAllowance how long a caller waits for take-downs, deadline or not */
    Bridge(
            String provider,
            Capabilities capabilities,
            ProviderSettings settings,
            @Nullable AudioHost host,
            GuardedDownloader downloader,
            Duration takeDownAllowance) {
        this.provider = provider;
        this.capabilities = capabilities;
        this.settings = settings;
        this.host = host;
        this.downloader = downloader;
        this.takeDownAllowance = takeDownAllowance;
    }

    /**
     * Fetches a recording that is on the web for a provider that takes only files. Nothing of a recording leaves this machine by it.
     *
     * @param field {@code audio} or {@code promptAudio}
     * @param atHand the recording, if the checks found it here
     * @param cleanup is given what must be undone once the provider has answered
     */
    public PreparedAudio fetch(
            String field,
            AudioSource source,
            Optional<PreparedAudio.Content> atHand,
            CallScope scope,
            Cleanup cleanup) {
        if (source instanceof AudioSource.Url onTheWeb) {
            scope.keepsToItself(Confidential.partsOf(onTheWeb.url()));
            return capabilities.has(Feature.URL_AUDIO)
                    ? new PreparedAudio.Location(onTheWeb.url())
                    : fetched(field, onTheWeb.url(), scope, cleanup);
        }
        return atHand.orElseThrow();
    }

    /**
     * Publishes a recording that is here for a provider that takes only URLs.
     *
     * @param cleanup is given what must be undone once the provider has answered
     */
    public PreparedAudio publish(PreparedAudio audio, CallScope scope, Cleanup cleanup) {
        return audio instanceof PreparedAudio.Content content && !capabilities.has(Feature.FILE_AUDIO)
                ? scope.step(Step.PUBLISH, () -> published(content, scope, cleanup))
                : audio;
    }

    private PreparedAudio published(PreparedAudio.Content audio, CallScope scope, Cleanup cleanup) {
        if (host == null) {
            throw new IllegalStateException("the checks let no local recording pass without an audio host");
        }
        FailurePolicy.requireTime(Step.PUBLISH, scope);
        scope.carries(Step.PUBLISH, audio.length());
        Publication publication = new Publication(host, audio);
        AudioHost.Published published;
        try {
            published = publication.await(scope);
        } catch (ExecutionException e) {
            throw notPublished(e.getCause(), scope);
        } catch (VoiceClonerException e) {
            cleanup.addBeside(
                    () -> waitFor(TakeDown.of(publication.end(), STILL_COMING, takeDownAllowance), scope, cleanup));
            throw e;
        }
        cleanup.addBeside(() -> waitFor(TakeDown.of(published, takeDownAllowance), scope, cleanup));
        scope.keepsToItself(Confidential.partsOfPublished(published.url()));
        requireReachable(published.url(), scope);
        return new PreparedAudio.Location(published.url());
    }

    private static RuntimeException notPublished(@Nullable Throwable cause, CallScope scope) {
        if (cause instanceof Error e) {
            throw e;
        }
        if (cause instanceof VoiceClonerException e) {
            return e;
        }
        String words = cause == null ? "" : ": " + cause.getMessage();
        return Failures.exception(
                scope.failure(
                        Category.CONFIGURATION,
                        Reason.INVALID_SETTING,
                        Step.PUBLISH,
                        "the audio host could not publish the recording" + words),
                cause);
    }

    private static Cleanup.Action waitFor(TakeDown takeDown, CallScope scope, Cleanup cleanup) {
        return () -> takeDown.await(scope, cleanup.leftovers());
    }

    private void requireReachable(URI url, CallScope scope) {
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        boolean loopback = Loopback.isLoopback(url);
        if (loopback ? !settings.loopbackAllowed() : !https) {
            throw Failures.exception(scope.failure(
                            Category.CONFIGURATION,
                            Reason.INVALID_SETTING,
                            Step.PUBLISH,
                            "the audio host publishes where the provider cannot fetch: " + url.getScheme() + "://"
                                    + url.getHost())
                    .hint("Set voicecloner.audio-host.public-base-url to the https address under which the host is "
                            + "reached from outside."));
        }
    }

    private PreparedAudio fetched(String field, URI url, CallScope scope, Cleanup cleanup) {
        AudioLimits limits = limitsOf(field);
        Path file = temporaryFile(scope);
        cleanup.add(() -> Files.deleteIfExists(file));
        downloader.download(url, Step.FETCH, limits.maxBytes(), scope, () -> Files.newOutputStream(file));
        Findings findings = new Findings();
        Optional<PreparedAudio.Content> audio = new Recording(field, limits, settings.durationCheck(), findings)
                .inspect(file, "The recording at the URL");
        findings.throwIfViolated(provider, Step.FETCH);
        findings.warnings().forEach(scope::warn);
        return audio.orElseThrow();
    }

    private AudioLimits limitsOf(String field) {
        AudioLimits limits = field.equals("audio") ? capabilities.audio() : capabilities.promptAudio();
        return limits.upTo(settings.maxAudioBytes());
    }

    private static Path temporaryFile(CallScope scope) {
        try {
            return Files.createTempFile("voicecloner-", ".audio");
        } catch (IOException e) {
            throw Failures.exception(
                    scope.failure(
                            Category.DOWNLOAD,
                            Reason.OUTPUT,
                            Step.FETCH,
                            "no temporary file could be made: " + e.getMessage()),
                    e);
        }
    }
}
