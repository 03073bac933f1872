package io.voicecloner.attempt;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.util.List;

/**
 * What a caller is told when a request ended without a readable answer, by how far it came:
 *
 * <pre>
 *                      a step that makes a voice    any other step
 * NOT_SENT             ProviderUnavailable          ProviderUnavailable
 * INCOMPLETE, UNKNOWN  AmbiguousOutcome             ProviderUnavailable
 * ANSWER_LOST          AmbiguousOutcome             UnexpectedReply
 * </pre>
 */
public final class FailurePolicy {
    /** What to do next about an outcome that nobody knows. */
    public static final String FIND_OUT = "Find out whether the voice is there before you ask again.";

    private FailurePolicy() {}

    /** The leaf for a request that ended like this. */
    public static Category categoryOf(Step step, Delivery delivery) {
        return switch (delivery) {
            case NOT_SENT -> Category.PROVIDER_UNAVAILABLE;
            case INCOMPLETE, UNKNOWN ->
                step.createsVoice() ? Category.AMBIGUOUS_OUTCOME : Category.PROVIDER_UNAVAILABLE;
            case ANSWER_LOST, DONE -> step.createsVoice() ? Category.AMBIGUOUS_OUTCOME : Category.UNEXPECTED_REPLY;
            case REFUSED, REJECTED -> Category.UNEXPECTED_REPLY;
        };
    }

    /**
     * Goes on only while there is time left and nobody gave up. An interrupt that came before counts as giving up; a request
     * that left first could no longer be taken back.
     */
    public static void requireTime(Step step, CallScope scope) {
        if (Thread.currentThread().isInterrupted()) {
            scope.cancel();
        }
        boolean canceled = scope.isCanceled();
        if (canceled || scope.remaining().isZero()) {
            Category late = step.downloads() ? Category.DOWNLOAD : Category.PROVIDER_UNAVAILABLE;
            throw Failures.exception(scope.failure(
                    canceled ? Category.CANCELED : late,
                    canceled ? Reason.CANCELED : Reason.DEADLINE,
                    step,
                    (canceled ? "cancelled" : "the deadline passed") + " before " + step.doing()));
        }
    }

    /** Adds what a caller can do about an outcome that nobody knows. */
    public static FailureReport.Builder withChecks(FailureReport.Builder report, CallScope scope) {
        String when = report.voiceId()
                .map(id -> "Look for the voice " + id + " in the provider's console.")
                .orElse("Look in the provider's console for a voice made at this time.");
        return report.checks(List.of(
                when,
                "A provider's list may leave out a voice that was never used: a missing entry proves nothing.",
                "Doing nothing is safe: a clone that nobody uses in a synthesis is deleted after 7 days."));
    }
}
