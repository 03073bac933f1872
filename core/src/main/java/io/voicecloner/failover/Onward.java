package io.voicecloner.failover;

import io.voicecloner.Delivery;
import io.voicecloner.FailoverOn;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.util.Set;

/**
 * Whether another provider may be asked after a failure, as data. Where a voice may exist nobody is: it would be a second one, and a second
 * bill. Nor where the request itself was refused, because the next provider is no place to get a refused voice through.
 *
 * <pre>
 * a voice may exist                       never
 * the provider lacks what was asked for   yes: it was asked nothing
 * unreachable, failing, busy              yes, after its own attempts; but not with a certificate that is not to be trusted
 * an answer to an upload is unreadable    yes: an upload makes no voice; but not with a clear no, or a code that nobody knows
 * a recording could not be published      yes: the next may take it as it is
 * a recording could not be fetched        yes, if the network failed: the next may take the URL as it is
 * quota, permission, key                  if {@link FailoverOn} says so
 * everything else                         never
 * </pre>
 */
final class Onward {
    private Onward() {}

    static boolean after(VoiceClonerException failure, Set<FailoverOn> also) {
        return !failure.voiceMayExist() && (isUnpublished(failure) || mayGoOn(failure, also));
    }

    private static boolean mayGoOn(VoiceClonerException failure, Set<FailoverOn> also) {
        return switch (failure.category()) {
            case INVALID_REQUEST -> isIncapable(failure);
            case PROVIDER_UNAVAILABLE -> isNotNow(failure.reason());
            case RATE_LIMITED -> true;
            case UNEXPECTED_REPLY -> !failure.step().createsVoice() && failure.delivery() != Delivery.REJECTED;
            case DOWNLOAD -> failure.step() == Step.FETCH && failedOnTheWay(failure.reason());
            case QUOTA -> also.contains(FailoverOn.QUOTA);
            case ACCESS -> accessAllows(failure.reason(), also);
            case CONFIGURATION, CONTENT_REJECTED, VOICE_ID_TAKEN, VOICE_NOT_FOUND, AMBIGUOUS_OUTCOME, CANCELED -> false;
        };
    }

    /** Found here by the provider's own capabilities: another one may have what this one lacks. */
    static boolean isIncapable(VoiceClonerException failure) {
        return failure.step() == Step.CHECK && failure.reason() == Reason.VIOLATIONS;
    }

    /** The audio host failed: no provider heard of it, and the next may take the recording as it is. */
    private static boolean isUnpublished(VoiceClonerException failure) {
        return failure.step() == Step.PUBLISH
                && failure.reason() != Reason.CANCELED
                && failure.reason() != Reason.DEADLINE;
    }

    /** A code that nobody knows may be a refusal of the content. */
    private static boolean isNotNow(Reason reason) {
        return reason != Reason.CERTIFICATE && reason != Reason.DEADLINE && reason != Reason.UNLISTED_CODE;
    }

    private static boolean failedOnTheWay(Reason reason) {
        return switch (reason) {
            case DNS, CONNECT, TLS, TIMEOUT, INCOMPLETE, PROVIDER_FAULT -> true;
            default -> false;
        };
    }

    private static boolean accessAllows(Reason reason, Set<FailoverOn> also) {
        return switch (reason) {
            case PERMISSION -> also.contains(FailoverOn.PERMISSION);
            case KEY, REGION -> also.contains(FailoverOn.ACCESS);
            default -> false;
        };
    }
}
