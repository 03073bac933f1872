package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What one of a provider's error codes means to a caller. Dialects keep their codes as a table of these.
 *
 * @param category the leaf; where the delivery is unknown it holds for steps that make no voice, and {@code AmbiguousOutcome}
 *     for the one that does
 * @param reason why
 * @param delivery what the code says about whether the request was carried out
 * @param summary what happened, as a clause without a full stop
 * @param hint what to do next; null where the summary says it
 */
public record CodeMeaning(
        Category category,
        Reason reason,
        Delivery delivery,
        String summary,
        @Nullable String hint) {
    /** The provider said no, and will say no again. */
    public static CodeMeaning rejected(Category category, Reason reason, String summary, @Nullable String hint) {
        return new CodeMeaning(category, reason, Delivery.REJECTED, summary, hint);
    }

    /** The provider said not now. */
    public static CodeMeaning refused(Reason reason, String summary, @Nullable String hint) {
        return new CodeMeaning(Category.RATE_LIMITED, reason, Delivery.REFUSED, summary, hint);
    }

    /** The provider failed, and may have carried the request out before. */
    public static CodeMeaning unknown(Reason reason, String summary, @Nullable String hint) {
        return new CodeMeaning(Category.PROVIDER_UNAVAILABLE, reason, Delivery.UNKNOWN, summary, hint);
    }
}
