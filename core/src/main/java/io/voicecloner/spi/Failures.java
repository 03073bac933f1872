package io.voicecloner.spi;

import io.voicecloner.AccessException;
import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.CanceledException;
import io.voicecloner.ConfigurationException;
import io.voicecloner.ContentRejectedException;
import io.voicecloner.DownloadException;
import io.voicecloner.FailureReport;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.QuotaException;
import io.voicecloner.RateLimitedException;
import io.voicecloner.UnexpectedReplyException;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.VoiceIdTakenException;
import io.voicecloner.VoiceNotFoundException;
import org.jspecify.annotations.Nullable;

/** Makes the exception that fits a report: the one place where {@link io.voicecloner.Category} becomes a class. */
public final class Failures {
    private Failures() {}

    /** The exception of the report's category, to be thrown by the caller. */
    public static VoiceClonerException exception(FailureReport.Builder report) {
        return exception(report, null);
    }

    /** A failure told anew, by a layer that knows more of it: it happened where it happened, and what went with it stays with it. */
    public static VoiceClonerException retold(VoiceClonerException failure, FailureReport.Builder report) {
        VoiceClonerException told = exception(report, failure.getCause());
        told.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            told.addSuppressed(suppressed);
        }
        return told;
    }

    /** The exception of the report's category, with what caused it. */
    public static VoiceClonerException exception(FailureReport.Builder builder, @Nullable Throwable cause) {
        FailureReport report = builder.build();
        return switch (report.category()) {
            case CONFIGURATION -> new ConfigurationException(report, cause);
            case INVALID_REQUEST -> new InvalidRequestException(report, cause);
            case ACCESS -> new AccessException(report, cause);
            case QUOTA -> new QuotaException(report, cause);
            case RATE_LIMITED -> new RateLimitedException(report, cause);
            case CONTENT_REJECTED -> new ContentRejectedException(report, cause);
            case VOICE_ID_TAKEN -> new VoiceIdTakenException(report, cause);
            case VOICE_NOT_FOUND -> new VoiceNotFoundException(report, cause);
            case PROVIDER_UNAVAILABLE -> new ProviderUnavailableException(report, cause);
            case UNEXPECTED_REPLY -> new UnexpectedReplyException(report, cause);
            case AMBIGUOUS_OUTCOME -> new AmbiguousOutcomeException(report, cause);
            case CANCELED -> new CanceledException(report, cause);
            case DOWNLOAD -> new DownloadException(report, cause);
        };
    }
}
