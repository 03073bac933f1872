package io.voicecloner.http;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import java.time.Duration;
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
 * @param pause how long to wait before asking again, where the answer itself does not say; null where nothing is known
 */
public record CodeMeaning(
        Category category,
        Reason reason,
        Delivery delivery,
        String summary,
        @Nullable String hint,
        @Nullable Duration pause) {
    /** The provider said no, and will say no again. */
    public static CodeMeaning rejected(Category category, Reason reason, String summary, @Nullable String hint) {
        return new CodeMeaning(category, reason, Delivery.REJECTED, summary, hint, null);
    }

    /** The provider said not now. */
    public static CodeMeaning refused(Reason reason, String summary, @Nullable String hint) {
        return new CodeMeaning(Category.RATE_LIMITED, reason, Delivery.REFUSED, summary, hint, null);
    }

    /** With how long to wait before asking again, where the answer itself does not say. */
    public CodeMeaning after(Duration wait) {
        return new CodeMeaning(category, reason, delivery, summary, hint, wait);
    }

    /** The provider failed, and may have carried the request out before. */
    public static CodeMeaning unknown(Reason reason, String summary, @Nullable String hint) {
        return new CodeMeaning(Category.PROVIDER_UNAVAILABLE, reason, Delivery.UNKNOWN, summary, hint, null);
    }
}
