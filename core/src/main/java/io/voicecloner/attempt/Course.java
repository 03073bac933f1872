package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
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
    private final boolean idIsUnguessable;
    private @Nullable VoiceClonerException inDoubt;
    private boolean previewIsLeftOut;
    private int repeatsAfterLoss = Integer.MAX_VALUE;

    /**
     * @param reconciles whether to ask again for an id whose outcome is in doubt, and to read the answer that it is taken as this
     *     call's own doing; without it the first doubt ends the call
     * @param idIsUnguessable whether nobody else can have thought of the id
     */
    Course(Operation operation, boolean reconciles, boolean idIsUnguessable, RetryState retry, CallScope scope) {
        this.operation = operation;
        this.reconciles = reconciles;
        this.idIsUnguessable = idIsUnguessable;
        this.retry = retry;
        this.scope = scope;
    }

    /** Says how often what costs money may be sent again after an answer was lost. */
    Course repeatingAfterLoss(int times) {
        repeatsAfterLoss = times;
        return this;
    }

    /** What to do next. */
    sealed interface Ruling {
        /** Send it again after a pause; without a preview if that is what was refused. */
        record Again(Decision decision, Duration pause, boolean withPreview) implements Ruling {}

        /** The voice is there, made by an attempt whose answer was lost. */
        record Made() implements Ruling {}

        /** Tell the caller. */
        record Fail(VoiceClonerException failure) implements Ruling {}
    }

    /** Rules on an attempt that failed. */
    Ruling after(VoiceClonerException failure) {
        Ruling ruling = inDoubt == null ? untroubled(failure) : inHindsight(failure);
        scope.tell(() -> new CloneEvent.Decided(
                scope.provider(), scope.call(), failure.step(), moveOf(ruling), failure.reason()));
        return ruling;
    }

    private static CloneEvent.Move moveOf(Ruling ruling) {
        if (ruling instanceof Ruling.Made) {
            return CloneEvent.Move.INFER;
        }
        return ruling instanceof Ruling.Again again
                ? switch (again.decision()) {
                    case REPEAT -> CloneEvent.Move.REPEAT;
                    case WAIT -> CloneEvent.Move.WAIT;
                    case RECONCILE -> CloneEvent.Move.RECONCILE;
                    case STOP -> CloneEvent.Move.STOP;
                }
                : CloneEvent.Move.STOP;
    }

    /** What the answer to a repeated request says of the first one comes before what it says of itself. */
    private Ruling inHindsight(VoiceClonerException failure) {
        return switch (Hindsight.of(failure.reason())) {
            case MADE -> new Ruling.Made();
            // A request that was changed may meet a refusal that the first one did not.
            case NOT_MADE -> previewIsLeftOut ? decided(failure) : new Ruling.Fail(failure);
            case NEVER_OURS -> new Ruling.Fail(failure);
            case REFUSED_NOW -> new Ruling.Fail(mayExist(failure));
            case NOTHING -> decided(failure);
        };
    }

    private Ruling untroubled(VoiceClonerException failure) {
        // Nobody else can have taken it: somebody between here and the provider may have sent the request twice.
        return failure.reason() == Reason.DUPLICATE && idIsUnguessable
                ? new Ruling.Fail(mayExist(failure))
                : decided(failure);
    }

    private Ruling decided(VoiceClonerException failure) {
        // The voice had to exist before it could say something unsafe.
        boolean onlyThePreview = operation == Operation.CREATE_BY_ID && failure.reason() == Reason.OUTPUT_CONTENT;
        Decision decision = onlyThePreview ? Decision.RECONCILE : Decisions.of(operation, failure);
        if (inDoubt == null
                && operation.createsVoice()
                && (onlyThePreview || failure.delivery().mayHaveActed())) {
            inDoubt = failure;
        }
        previewIsLeftOut |= onlyThePreview;
        if (operation == Operation.SPEAK && !maySpeakAgain(failure)) {
            return new Ruling.Fail(failure);
        }
        if (decision == Decision.RECONCILE && !reconciles) {
            return new Ruling.Fail(settled(failure));
        }
        Optional<Duration> pause = retry.after(failure, decision);
        return pause.isPresent() && pause.get().compareTo(scope.remaining()) < 0
                ? new Ruling.Again(decision, pause.get(), !previewIsLeftOut)
                : new Ruling.Fail(settled(failure));
    }

    /** What was heard cannot be unheard, and what was made twice is paid for twice. */
    private boolean maySpeakAgain(VoiceClonerException failure) {
        boolean lost = failure.delivery() == Delivery.UNKNOWN || failure.delivery() == Delivery.ANSWER_LOST;
        if (lost) {
            scope.speechLost();
            repeatsAfterLoss--;
        }
        return scope.handedOut() == 0 && !scope.isAnsweredWhole() && repeatsAfterLoss >= 0;
    }

    /** What the caller is told of a call that ends here: what is still in doubt counts more than how the last attempt ended. */
    VoiceClonerException settled(VoiceClonerException last) {
        VoiceClonerException doubt = inDoubt;
        return doubt == null || doubt == last || last.category() == Category.AMBIGUOUS_OUTCOME
                ? last
                : stillOpen(last, doubt);
    }

    private VoiceClonerException stillOpen(VoiceClonerException later, VoiceClonerException doubt) {
        String what =
                doubt.report().summary() + "; asked again: " + later.report().summary();
        Delivery delivery = doubt.delivery().mayHaveActed() ? doubt.delivery() : Delivery.UNKNOWN;
        return Failures.exception(
                FailurePolicy.withChecks(
                        scope.failure(Category.AMBIGUOUS_OUTCOME, later.reason(), doubt.step(), what)
                                .delivery(delivery)
                                .providerCode(later.providerCode().orElse(null))
                                .providerMessage(later.providerMessage().orElse(null))
                                .traceId(later.traceId().or(doubt::traceId).orElse(null))
                                .hint(FailurePolicy.FIND_OUT),
                        scope),
                later);
    }

    private static VoiceClonerException mayExist(VoiceClonerException failure) {
        return Failures.retold(
                failure, failure.report().toBuilder().voiceMayExist(true).hint(FailurePolicy.FIND_OUT));
    }
}
