package io.voicecloner;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The request to make the voice left, and nobody can say whether it was carried out: a voice may exist and may be billed.
 * Follow {@link #checks()} before asking again.
 */
public final class AmbiguousOutcomeException extends VoiceClonerException {
    private static final long serialVersionUID = 1L;

    public AmbiguousOutcomeException(FailureReport report, @Nullable Throwable cause) {
        super(Category.AMBIGUOUS_OUTCOME, report, cause);
    }

    /** Ways to find out whether the voice exists, each a sentence. Immutable. */
    public List<String> checks() {
        return report().checks();
    }
}
