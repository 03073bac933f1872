package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Names what a download came to nothing by. No message holds a path or a query. */
final class DownloadFailures {
    private DownloadFailures() {}

    /** @param onTheWay asked for a hint where the server may not have been reached at all */
    static VoiceClonerException of(Step step, CallScope scope, Exception thrown, Supplier<@Nullable String> onTheWay) {
        if (thrown instanceof VoiceClonerException known) {
            return known;
        }
        if (scope.isCanceled()) {
            return Failures.exception(
                    scope.failure(Category.CANCELED, Reason.CANCELED, step, "cancelled while " + step.doing()), thrown);
        }
        // Where names are looked up, nothing else can be thrown.
        Throwable cause = thrown.getCause() instanceof AddressGuard.UnsafeUrlException refused
                ? refused
                : UnreadableReplyException.behind(thrown)
                        .<Throwable>map(known -> known)
                        .orElse(thrown);
        String hint = null;
        Reason reason = Reason.INCOMPLETE;
        String detail = "the connection failed";
        if (cause instanceof AddressGuard.UnsafeUrlException unsafe) {
            reason = unsafe.reason();
            detail = String.valueOf(unsafe.getMessage());
            hint =
                    "Only https addresses of public hosts are fetched, at the usual port unless preview-hosts says otherwise.";
        } else if (cause instanceof DownloadFault fault) {
            reason = fault.reason();
            detail = String.valueOf(fault.getMessage());
        } else if (cause instanceof UnreadableReplyException unreadable) {
            reason = unreadable.reason();
            detail = String.valueOf(unreadable.getMessage());
        } else if (cause instanceof RejectedExecutionException) {
            reason = Reason.OVERLOADED;
            detail = "the executor had no thread for it";
        } else if (cause instanceof InterruptedIOException) {
            reason = scope.remaining().isZero() ? Reason.DEADLINE : Reason.TIMEOUT;
            detail = "no answer came in time";
            hint = onTheWay.get();
        } else if (cause instanceof UnknownHostException) {
            reason = Reason.DNS;
            detail = "the host name does not resolve";
            hint = onTheWay.get();
        } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            reason = Reason.CONNECT;
            detail = "no connection could be made";
            hint = onTheWay.get();
        } else if (TransportFailures.isCertificateRefused(cause)) {
            reason = Reason.CERTIFICATE;
            detail = "the certificate of the other side is not to be trusted";
        } else if (cause instanceof SSLException) {
            reason = Reason.TLS;
            detail = "the connection could not be secured";
        } else {
            hint = onTheWay.get();
        }
        // The transport's own exception may quote the address, signature included: only its class is kept.
        return Failures.exception(
                scope.failure(Category.DOWNLOAD, reason, step, "the file could not be downloaded: " + detail)
                        .delivery(deliveryOf(reason))
                        .hint(hint));
    }

    /** What passes by itself may be tried again. */
    private static Delivery deliveryOf(Reason reason) {
        return switch (reason) {
            case DNS, CONNECT, TLS, OVERLOADED -> Delivery.NOT_SENT;
            case TIMEOUT, INCOMPLETE, PROVIDER_FAULT -> Delivery.UNKNOWN;
            default -> Delivery.REJECTED;
        };
    }
}
