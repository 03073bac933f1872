package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The course of one call over all its attempts. Doubt is sticky: once a request to make a voice may have been carried out, only an
 * answer that says something about that request clears it.
 */
final class Course {
    private final Operation operation;
    private final boolean reconciles;
    private final RetryState retry;
    private final CallScope scope;
    private @Nullable VoiceClonerException inDoubt;

    /**
     * @param reconciles whether to ask again for an id whose outcome is in doubt, and to read the answer that it is taken as this
     *     call's own doing; without it the first doubt ends the call
     */
    Course(Operation operation, boolean reconciles, RetryState retry, CallScope scope) {
        this.operation = operation;
        this.reconciles = reconciles;
        this.retry = retry;
        this.scope = scope;
    }

    /** What to do next. */
    sealed interface Ruling {
        /** Send it again after a pause; without a preview if that is what was refused. */
        record Again(Duration pause, boolean withPreview) implements Ruling {}

        /** The voice is there, made by an attempt whose answer was lost. */
        record Made() implements Ruling {}

        /** Tell the caller. */
        record Fail(VoiceClonerException failure) implements Ruling {}
    }

    /** Rules on an attempt that failed. */
    Ruling after(VoiceClonerException failure) {
        VoiceClonerException doubt = inDoubt;
        if (doubt != null) {
            switch (Hindsight.of(failure.reason())) {
                case MADE -> {
                    return new Ruling.Made();
                }
                case NOT_MADE, NEVER_OURS -> {
                    return fail(failure);
                }
                case REFUSED_NOW -> {
                    return fail(Failures.exception(failure.report().toBuilder().voiceMayExist(true), failure));
                }
                case NOTHING -> {}
            }
        }
        // The voice had to exist before it could say something unsafe.
        boolean onlyThePreview = operation == Operation.CREATE_BY_ID && failure.reason() == Reason.OUTPUT_CONTENT;
        Decision decision = onlyThePreview ? Decision.RECONCILE : Decisions.of(operation, failure);
        if (operation.createsVoice() && (onlyThePreview || failure.delivery().mayHaveActed())) {
            inDoubt = doubt == null ? failure : doubt;
        }
        if (decision == Decision.RECONCILE && !reconciles) {
            return fail(settled(failure));
        }
        Optional<Duration> pause = retry.after(failure, decision);
        return pause.isPresent() && pause.get().compareTo(scope.remaining()) < 0
                ? new Ruling.Again(pause.get(), !onlyThePreview)
                : fail(settled(failure));
    }

    /** What the caller is told of a call that ends here: what is still in doubt counts more than how the last attempt ended. */
    VoiceClonerException settled(VoiceClonerException last) {
        VoiceClonerException doubt = inDoubt;
        if (doubt == null || doubt == last || last.category() == Category.AMBIGUOUS_OUTCOME) {
            return last;
        }
        return stillOpen(last, doubt);
    }

    private VoiceClonerException stillOpen(VoiceClonerException later, VoiceClonerException doubt) {
        String what =
                doubt.report().summary() + "; asked again: " + later.report().summary();
        return Failures.exception(
                FailurePolicy.withChecks(
                        later.report()
                                .as(Category.AMBIGUOUS_OUTCOME, later.reason(), what)
                                .delivery(doubt.delivery().mayHaveActed() ? doubt.delivery() : Delivery.UNKNOWN)
                                .voiceMayExist(true),
                        scope),
                later);
    }

    private static Ruling fail(VoiceClonerException failure) {
        return new Ruling.Fail(failure);
    }
}
