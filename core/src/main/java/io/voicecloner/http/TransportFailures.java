package io.voicecloner.http;

import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Turns a request that ended without a readable answer into what the caller is told. */
final class TransportFailures {
    private TransportFailures() {}

    static VoiceClonerException of(Exchange exchange, Exception cause) {
        if (cause instanceof VoiceClonerException known) {
            return known;
        }
        Step step = exchange.step();
        CallScope scope = exchange.scope();
        Delivery delivery = exchange.observations().delivery();
        // Closing the cloner interrupts the thread that reads the recording: that is no fault of the recording.
        if (cause instanceof RecordingException && !step.createsVoice() && !scope.isCanceled()) {
            return Failures.exception(
                    scope.failure(
                                    Category.INVALID_REQUEST,
                                    Reason.AUDIO,
                                    step,
                                    exchange.redaction().of(String.valueOf(cause.getMessage())))
                            .delivery(delivery)
                            .hint("Leave the recording alone until the clone has ended."),
                    Quoted.of(cause, exchange.redaction()));
        }
        if (cause instanceof AudioNotTakenException && !scope.isCanceled()) {
            return Failures.exception(
                    scope.failure(Category.DOWNLOAD, Reason.OUTPUT, step, "the audio could not be written")
                            .delivery(delivery)
                            .traceId(exchange.traceId()),
                    cause.getCause());
        }
        if (exchange.answer() != null) {
            scope.answeredWhole();
        }
        Reason reason = reasonOf(cause, delivery, scope);
        Category category = FailurePolicy.categoryOf(step, delivery);
        if (reason == Reason.CANCELED && category != Category.AMBIGUOUS_OUTCOME) {
            category = Category.CANCELED;
        }
        FailureReport.Builder report = scope.failure(
                        category, reason, step, exchange.redaction().of(summary(reason, step, cause)))
                .delivery(delivery)
                .traceId(exchange.traceId())
                .hint(hint(reason, category));
        if (category == Category.AMBIGUOUS_OUTCOME) {
            exchange.salvagedVoiceId().ifPresent(report::voiceId);
            FailurePolicy.withChecks(report, scope);
        }
        return Failures.exception(report, Quoted.of(cause, exchange.redaction()));
    }

    private static Reason reasonOf(Exception cause, Delivery delivery, CallScope scope) {
        if (scope.isCanceled()) {
            return Reason.CANCELED;
        }
        Optional<UnreadableReplyException> unreadable = UnreadableReplyException.behind(cause);
        if (unreadable.isPresent()) {
            return unreadable.get().reason();
        }
        if (cause instanceof RejectedExecutionException && delivery == Delivery.NOT_SENT) {
            return Reason.OVERLOADED;
        }
        if (cause instanceof InterruptedIOException) {
            return scope.remaining().isZero() ? Reason.DEADLINE : timeoutOf(delivery);
        }
        if (cause instanceof UnknownHostException) {
            return Reason.DNS;
        }
        if (isCertificateRefused(cause)) {
            return Reason.CERTIFICATE;
        }
        if (cause instanceof SSLException) {
            return delivery == Delivery.NOT_SENT ? Reason.TLS : Reason.CONNECTION_LOST;
        }
        if (cause instanceof JsonDataException || cause instanceof EOFException || cause instanceof ProtocolException) {
            return delivery == Delivery.ANSWER_LOST ? Reason.INCOMPLETE_REPLY : Reason.CONNECTION_LOST;
        }
        if (cause instanceof JsonEncodingException) {
            return Reason.NOT_JSON;
        }
        if (cause instanceof RuntimeException) {
            return Reason.UNREADABLE;
        }
        return delivery == Delivery.NOT_SENT ? Reason.CONNECT : Reason.CONNECTION_LOST;
    }

    private static Reason timeoutOf(Delivery delivery) {
        return delivery == Delivery.NOT_SENT ? Reason.CONNECT_TIMEOUT : Reason.TIMEOUT;
    }

    static boolean isCertificateRefused(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof CertificateException || each instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    private static String summary(Reason reason, Step step, Exception cause) {
        String what = switch (reason) {
            case CANCELED -> "cancelled";
            case OVERLOADED -> "the executor had no thread for it";
            case DNS -> "the host name does not resolve";
            case CONNECT, CONNECT_TIMEOUT -> "no connection could be made";
            case CERTIFICATE -> "the certificate of the other side is not to be trusted";
            case TLS -> "the connection could not be secured";
            case TIMEOUT -> "no answer came in time";
            case DEADLINE -> "the deadline passed";
            case CONNECTION_LOST -> "the connection broke before an answer came";
            case INCOMPLETE_REPLY -> "the answer is incomplete";
            case NOT_JSON, TOO_LARGE, UNREADABLE -> "the answer cannot be read";
            default -> "the request failed";
        };
        String detail = UnreadableReplyException.behind(cause)
                .map(unreadable -> ": " + unreadable.getMessage())
                .orElse("");
        return what + " while " + step.doing() + detail;
    }

    private static @org.jspecify.annotations.Nullable String hint(Reason reason, Category category) {
        if (category == Category.AMBIGUOUS_OUTCOME) {
            return FailurePolicy.FIND_OUT;
        }
        return switch (reason) {
            case DNS, CONNECT, CONNECT_TIMEOUT -> "Check base-url, the network and the provider's status page.";
            case TLS, CERTIFICATE -> "Check base-url and the certificates this machine trusts.";
            case NOT_JSON -> "Check base-url: something other than the API may answer there.";
            case OVERLOADED -> "Ask for less at once, or give the executor more threads.";
            case TIMEOUT, DEADLINE -> "Ask again, or allow more time.";
            default -> null;
        };
    }
}
