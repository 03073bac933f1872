package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Failures of one request to make a voice, made to measure. */
final class Failing {
    private Failing() {}

    /** Nobody knows what became of the request. */
    static VoiceClonerException inDoubt(Reason reason) {
        return with(Category.AMBIGUOUS_OUTCOME, reason, Delivery.UNKNOWN);
    }

    /** The provider said no. */
    static VoiceClonerException rejected(Category category, Reason reason) {
        return with(category, reason, Delivery.REJECTED);
    }

    /** No byte left. */
    static VoiceClonerException notSent(Reason reason) {
        return with(Category.PROVIDER_UNAVAILABLE, reason, Delivery.NOT_SENT);
    }

    /** The provider said "not now". */
    static VoiceClonerException notNow(@Nullable Duration retryAfter) {
        return Failures.exception(FailureReport.of(Category.RATE_LIMITED, Reason.RATE, Step.CLONE, "slow down")
                .delivery(Delivery.REFUSED)
                .retryAfter(retryAfter));
    }

    static VoiceClonerException with(Category category, Reason reason, Delivery delivery) {
        return Failures.exception(
                FailureReport.of(category, reason, Step.CLONE, reason.id()).delivery(delivery));
    }
}
