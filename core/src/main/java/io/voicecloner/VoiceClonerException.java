package io.voicecloner;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of everything this library throws on purpose. Its message says what happened, whether a voice may exist, whether
 * money may be spent and what to do next; the accessors say the same to a program. Neither holds a key, a signed URL or audio.
 *
 * <p>The family is closed: thirteen leaves, one for each {@link Category}.
 */
public abstract sealed class VoiceClonerException extends RuntimeException
        permits ConfigurationException,
                InvalidRequestException,
                AccessException,
                QuotaException,
                RateLimitedException,
                ContentRejectedException,
                VoiceIdTakenException,
                VoiceNotFoundException,
                ProviderUnavailableException,
                UnexpectedReplyException,
                AmbiguousOutcomeException,
                CanceledException,
                DownloadException {
    private static final long serialVersionUID = 1L;

    private final FailureReport report;

    VoiceClonerException(Category category, FailureReport report, @Nullable Throwable cause) {
        super(report.message(), cause);
        if (report.category != category) {
            throw new IllegalArgumentException(
                    "a report of " + report.category.id() + " cannot make a " + category.id() + " exception");
        }
        this.report = report;
    }

    /** Everything below in one value, for a layer that adds to it. */
    public final FailureReport report() {
        return report;
    }

    /** The leaf, as a constant. */
    public final Category category() {
        return report.category;
    }

    /** Why, one step finer than the leaf. */
    public final Reason reason() {
        return report.reason;
    }

    /** The part that failed. */
    public final Step step() {
        return report.step;
    }

    /** The id of the provider concerned; empty before one was chosen. */
    public final Optional<String> provider() {
        return Optional.ofNullable(report.provider);
    }

    /** How far the failing request came. */
    public final Delivery delivery() {
        return report.delivery;
    }

    /** Whether a voice may exist at the provider because of this call. */
    public final boolean voiceMayExist() {
        return report.voiceMayExist;
    }

    /** Whether this call may appear on a bill. No provider documents this for failures, so doubt counts as yes. */
    public final boolean moneyMayBeSpent() {
        return report.moneyMayBeSpent;
    }

    /**
     * How much audio was handed to a stream or a receiver of chunks before it broke off, in bytes; it cannot be taken back. 0 for a file, which is
     * not touched.
     */
    public final long bytesDelivered() {
        return report.bytesDelivered;
    }

    /** The provider's own error code, verbatim. */
    public final Optional<String> providerCode() {
        return Optional.ofNullable(report.providerCode);
    }

    /** The provider's own words: verbatim, but control characters are blanks and the end after 200 characters is cut. */
    public final Optional<String> providerMessage() {
        return Optional.ofNullable(report.providerMessage);
    }

    /** What the provider's support asks for. */
    public final Optional<String> traceId() {
        return Optional.ofNullable(report.traceId);
    }

    /** The trace ids of every answer this call got, in order. Immutable. */
    public final List<String> traceIds() {
        return report.traceIds();
    }

    /** The id of the voice concerned, where one was chosen or is known. */
    public final Optional<String> voiceId() {
        return Optional.ofNullable(report.voiceId);
    }

    /** How many requests of the failing step were made. */
    public final int attempts() {
        return report.attempts;
    }

    /** How long the provider asked to wait before anything is sent again; empty where it did not say. */
    public final Optional<Duration> retryAfter() {
        return Optional.ofNullable(report.retryAfter);
    }

    /** What to do next. */
    public final Optional<String> hint() {
        return Optional.ofNullable(report.hint);
    }

    /** Everything wrong with the request or the configuration; empty for other failures. Immutable. */
    public final List<Violation> violations() {
        return report.violations();
    }

    /**
     * Why the providers that were asked beside this one did not make the voice either, in order: each names its provider. Empty without
     * failover. Immutable.
     */
    public final List<VoiceClonerException> passedOver() {
        return Arrays.stream(getSuppressed())
                .filter(VoiceClonerException.class::isInstance)
                .map(VoiceClonerException.class::cast)
                .toList();
    }

    /**
     * Recordings that stay behind: those uploaded to the provider, by the provider's ids, and those published that may not have been
     * deleted, by their names at the audio host. Immutable.
     */
    public final List<String> orphans() {
        return report.orphans();
    }
}
