package io.voicecloner.testkit;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * What an application must be told of a synthesis into a file that met a trouble.
 *
 * @param category the leaf
 * @param reasons any of these
 * @param delivery how far the request came; money may be spent if it may have been carried out
 */
record SpeechOutcome(Category category, Set<Reason> reasons, Delivery delivery) {
    /** Empty for a trouble that leaves it a success, or must be waited for. */
    static Optional<SpeechOutcome> of(SpeechTrouble trouble) {
        return Optional.ofNullable(
                switch (trouble) {
                    case VOICE_MISSING -> rejected(Category.VOICE_NOT_FOUND, Reason.MISSING_VOICE);
                    case VOICE_FOREIGN -> rejected(Category.ACCESS, Reason.FOREIGN_VOICE);
                    case KEY_REFUSED -> rejected(Category.ACCESS, Reason.KEY, Reason.REGION);
                    case CONTENT_REJECTED -> rejected(Category.CONTENT_REJECTED, Reason.INPUT_CONTENT);
                    case RATE_LIMITED ->
                        new SpeechOutcome(Category.RATE_LIMITED, Set.of(Reason.RATE), Delivery.REFUSED);
                    case PROVIDER_FAULT -> unknown(Reason.PROVIDER_FAULT, Reason.UNEXPLAINED);
                    case DROPPED_BEFORE_ACTING, DROPPED_AFTER_ACTING -> unknown(Reason.CONNECTION_LOST);
                    case TRUNCATED -> answerLost(Reason.INCOMPLETE_REPLY, Reason.CONNECTION_LOST);
                    case NOT_JSON -> answerLost(Reason.NOT_JSON, Reason.UNREADABLE);
                    case NO_AUDIO -> answerLost(Reason.INCOMPLETE_REPLY);
                    case STREAM_CUT, WHOLE_AGAIN, SLOW -> null;
                });
    }

    boolean isRejection() {
        return delivery == Delivery.REJECTED;
    }

    private static SpeechOutcome rejected(Category category, Reason... reasons) {
        return new SpeechOutcome(category, Set.of(reasons), Delivery.REJECTED);
    }

    private static SpeechOutcome unknown(Reason... reasons) {
        return new SpeechOutcome(Category.PROVIDER_UNAVAILABLE, Set.of(reasons), Delivery.UNKNOWN);
    }

    private static SpeechOutcome answerLost(Reason... reasons) {
        return new SpeechOutcome(Category.UNEXPECTED_REPLY, Set.of(reasons), Delivery.ANSWER_LOST);
    }
}
