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
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Turns what a bucket did instead of what it was asked into what the caller is told. */
final class BucketFailures {
    private static final String TAKE = "take the recording";

    private final BucketAddress bucket;

    BucketFailures(BucketAddress bucket) {
        this.bucket = bucket;
    }

    void requireStored(Answer answer) {
        if (!answer.isSuccess()) {
            throw refused(TAKE, answer);
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

    void requireDeleted(String key, Answer answer) {
        if (!answer.isSuccess() && !S3Error.of(answer).code().equals("NoSuchKey")) {
            throw refused("delete " + key, answer);
        }
    }

    private VoiceClonerException refused(String doing, Answer answer) {
        S3Error error = S3Error.of(answer);
        Meaning meaning = Meaning.of(answer.status(), error.code());
        String code = error.code().isEmpty() ? "HTTP " + answer.status() : error.code();
        return Failures.exception(
                FailureReport.of(meaning.category(), meaning.reason(), Step.PUBLISH, bucket + " refused to " + doing)
                        .delivery(deliveryOf(answer.status()))
                        .providerCode(code)
                        .providerMessage(error.message())
                        .traceId(error.requestId())
                        .hint(meaning.hint()));
    }

    private static Delivery deliveryOf(int status) {
        if (status == 429 || status == 503) {
            return Delivery.REFUSED;
        }
        return status < 500 ? Delivery.REJECTED : Delivery.UNKNOWN;
    }

    /** @param begun whether something was sent */
    VoiceClonerException notStored(IOException cause, boolean begun) {
        return broken(TAKE, cause, begun);
    }

    VoiceClonerException notDeleted(String key, IOException cause) {
        return broken("delete " + key, cause, true);
    }

    private VoiceClonerException broken(String doing, IOException cause, boolean begun) {
        FailureReport.Builder report;
        if (cause instanceof RecordingBody.Unreadable) {
            report = FailureReport.of(
                            Category.INVALID_REQUEST, Reason.AUDIO, Step.PUBLISH, String.valueOf(cause.getMessage()))
                    .hint("Leave the recording alone until the clone has ended.");
        } else if (cause instanceof Exchange.Canceled) {
            report = FailureReport.of(
                    Category.CANCELED, Reason.CANCELED, Step.PUBLISH, "cancelled before " + bucket + " could " + doing);
        } else {
            Reason reason = reasonOf(cause, begun);
            report = FailureReport.of(
                            Category.PROVIDER_UNAVAILABLE,
                            reason,
                            Step.PUBLISH,
                            bucket + " did not " + doing + ": " + whatHappened(reason))
                    .hint(
                            reason == Reason.TIMEOUT || reason == Reason.CONNECTION_LOST
                                    ? "Ask again."
                                    : "Check audio-host.endpoint, audio-host.region and the network.");
        }
        return Failures.exception(report.delivery(begun ? Delivery.UNKNOWN : Delivery.NOT_SENT), cause);
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
