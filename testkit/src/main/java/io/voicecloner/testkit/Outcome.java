package io.voicecloner.testkit;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import java.util.Optional;
import java.util.Set;

/**
 * What an application must be told of a trouble.
 *
 * @param category the leaf
 * @param reasons any of these
 * @param delivery how far the request came
 * @param voiceMayExist whether a voice may exist
 */
record Outcome(Category category, Set<Reason> reasons, Delivery delivery, boolean voiceMayExist) {
    /** Empty for a trouble that leaves the clone a success. */
    static Optional<Outcome> of(Trouble trouble) {
        return Optional.ofNullable(
                switch (trouble) {
                    case KEY_REFUSED -> rejected(Category.ACCESS, Reason.KEY, Reason.REGION);
                    case PERMISSION_DENIED -> rejected(Category.ACCESS, Reason.PERMISSION);
                    case BALANCE_EMPTY -> rejected(Category.QUOTA, Reason.BALANCE);
                    case RATE_LIMITED ->
                        new Outcome(Category.RATE_LIMITED, Set.of(Reason.RATE), Delivery.REFUSED, false);
                    case CONTENT_REJECTED -> rejected(Category.CONTENT_REJECTED, Reason.INPUT_CONTENT);
                    case PREVIEW_REJECTED ->
                        new Outcome(Category.CONTENT_REJECTED, Set.of(Reason.OUTPUT_CONTENT), Delivery.REJECTED, true);
                    case VOICE_ID_TAKEN -> rejected(Category.VOICE_ID_TAKEN, Reason.DUPLICATE);
                    case PARAMETER_REFUSED -> rejected(Category.INVALID_REQUEST, Reason.PARAMETER);
                    case AUDIO_REFUSED -> rejected(Category.INVALID_REQUEST, Reason.AUDIO);
                    case WRONG_PATH -> rejected(Category.CONFIGURATION, Reason.MISCONFIGURED_ENDPOINT);
                    case PROVIDER_FAULT -> ambiguous(Delivery.UNKNOWN, Reason.PROVIDER_FAULT);
                    case UNLISTED_CODE -> ambiguous(Delivery.UNKNOWN, Reason.UNLISTED_CODE, Reason.PROVIDER_FAULT);
                    case DROPPED_BEFORE_ACTING, DROPPED_AFTER_ACTING ->
                        ambiguous(Delivery.UNKNOWN, Reason.CONNECTION_LOST);
                    case SLOW -> ambiguous(Delivery.UNKNOWN, Reason.DEADLINE, Reason.TIMEOUT);
                    case NOT_JSON -> ambiguous(Delivery.ANSWER_LOST, Reason.NOT_JSON, Reason.UNREADABLE);
                    case EMPTY_BODY ->
                        ambiguous(Delivery.ANSWER_LOST, Reason.INCOMPLETE_REPLY, Reason.NOT_JSON, Reason.UNREADABLE);
                    case TRUNCATED -> ambiguous(Delivery.ANSWER_LOST, Reason.INCOMPLETE_REPLY, Reason.CONNECTION_LOST);
                    case UPLOAD_FAULT ->
                        new Outcome(
                                Category.PROVIDER_UNAVAILABLE, Set.of(Reason.PROVIDER_FAULT), Delivery.UNKNOWN, false);
                    case UPLOAD_NOT_JSON ->
                        new Outcome(
                                Category.UNEXPECTED_REPLY,
                                Set.of(Reason.NOT_JSON, Reason.UNREADABLE),
                                Delivery.ANSWER_LOST,
                                false);
                    case PREVIEW_MISSING, PREVIEW_GONE, CONTENT_FLAGGED -> null;
                });
    }

    private static Outcome rejected(Category category, Reason... reasons) {
        return new Outcome(category, Set.of(reasons), Delivery.REJECTED, false);
    }

    private static Outcome ambiguous(Delivery delivery, Reason... reasons) {
        return new Outcome(Category.AMBIGUOUS_OUTCOME, Set.of(reasons), delivery, true);
    }
}
