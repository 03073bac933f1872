package io.voicecloner.host.s3;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what a bucket did instead of what it was asked into what the caller is told. */
final class BucketFailures {
    private final BucketAddress bucket;

    BucketFailures(BucketAddress bucket) {
        this.bucket = bucket;
    }

    void requireStored(Answer answer) {
        if (!answer.isSuccess()) {
            throw refused(answer);
        }
        if (answer.etag() == null) {
            throw Failures.exception(FailureReport.of(
                            Category.CONFIGURATION,
                            Reason.MISCONFIGURED_ENDPOINT,
                            Step.PUBLISH,
                            bucket + " answered, but not as S3 does")
                    .delivery(Delivery.UNKNOWN)
                    .hint("Check audio-host.endpoint: something other than S3 may answer there."));
        }
    }

    private VoiceClonerException refused(Answer answer) {
        S3Error error = S3Error.of(answer);
        Meaning meaning = Meaning.of(answer.status(), error.code());
        return Failures.exception(FailureReport.of(
                        meaning.category(), meaning.reason(), Step.PUBLISH, bucket + " refused to take the recording")
                .delivery(deliveryOf(answer.status()))
                .providerCode(codeOf(answer, error))
                .providerMessage(error.message())
                .traceId(error.requestId())
                .hint(meaning.hint()));
    }

    private static String codeOf(Answer answer, S3Error error) {
        return error.code().isEmpty() ? "HTTP " + answer.status() : error.code();
    }

    private static Delivery deliveryOf(int status) {
        if (status == 429 || status == 503) {
            return Delivery.REFUSED;
        }
        return status < 500 ? Delivery.REJECTED : Delivery.UNKNOWN;
    }

    /** @param begun whether something was sent */
    VoiceClonerException notStored(IOException cause, boolean begun) {
        FailureReport.Builder report;
        if (cause instanceof RecordingBody.Unreadable) {
            report = FailureReport.of(
                            Category.INVALID_REQUEST, Reason.AUDIO, Step.PUBLISH, String.valueOf(cause.getMessage()))
                    .hint("Leave the recording alone until the clone has ended.");
        } else if (cause instanceof Exchange.Canceled) {
            report = FailureReport.of(
                    Category.CANCELED,
                    Reason.CANCELED,
                    Step.PUBLISH,
                    "cancelled before " + bucket + " took the recording");
        } else {
            Reason reason = reasonOf(cause, begun);
            report = FailureReport.of(
                            Category.PROVIDER_UNAVAILABLE,
                            reason,
                            Step.PUBLISH,
                            bucket + " did not take the recording: " + whatHappened(reason))
                    .hint(
                            reason == Reason.TIMEOUT || reason == Reason.CONNECTION_LOST
                                    ? "Ask again."
                                    : "Check audio-host.endpoint, audio-host.region and the network.");
        }
        return Failures.exception(report.delivery(begun ? Delivery.UNKNOWN : Delivery.NOT_SENT), cause);
    }

    /** Not one of the library's own: by then there may be a voice, and they would say that there is none. */
    UncheckedIOException notDeleted(String key, Answer answer) {
        S3Error error = S3Error.of(answer);
        String words = error.message() == null ? "" : ", \"" + error.message() + '"';
        String id = error.requestId() == null ? "" : ", request id " + error.requestId();
        return left(key, "it refused to delete it (" + codeOf(answer, error) + words + id + ')', null);
    }

    UncheckedIOException notDeleted(String key, Exception cause) {
        if (cause instanceof InterruptedIOException) {
            String what = left(key, whatHappened(Reason.TIMEOUT));
            return new Unanswered(what, new IOException(what, cause));
        }
        return left(
                key,
                cause instanceof IOException e
                        ? whatHappened(reasonOf(e, true))
                        : "the key to the bucket cannot be read any more",
                cause);
    }

    private UncheckedIOException left(String key, String why, @Nullable Exception cause) {
        String what = left(key, why);
        return new UncheckedIOException(what, new IOException(what, cause));
    }

    private String left(String key, String why) {
        return bucket + " may still hold " + key + ": " + why;
    }

    /** A deletion that the bucket gave no answer to in time. */
    static final class Unanswered extends UncheckedIOException {
        private static final long serialVersionUID = 1L;

        Unanswered(String message, IOException cause) {
            super(message, cause);
        }
    }

    private static Reason reasonOf(IOException cause, boolean begun) {
        if (cause instanceof UnknownHostException) {
            return Reason.DNS;
        }
        if (cause instanceof ConnectException) {
            return Reason.CONNECT;
        }
        if (cause instanceof SSLException && !begun) {
            return Reason.TLS;
        }
        if (cause instanceof InterruptedIOException) {
            return begun ? Reason.TIMEOUT : Reason.CONNECT;
        }
        return begun ? Reason.CONNECTION_LOST : Reason.CONNECT;
    }

    private static String whatHappened(Reason reason) {
        return switch (reason) {
            case DNS -> "its host name does not resolve";
            case TLS -> "the connection could not be secured";
            case CONNECT -> "no connection could be made";
            case TIMEOUT -> "no answer came in time";
            default -> "the connection broke before an answer came";
        };
    }
}
