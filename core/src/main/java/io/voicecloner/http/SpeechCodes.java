package io.voicecloner.http;

import static io.voicecloner.http.CodeMeaning.rejected;
import static io.voicecloner.http.CodeMeaning.unknown;
import static java.util.Map.entry;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codes of {@code base_resp} that say something else of a voice that is used than of one that is made (wire-facts 1.5). */
final class SpeechCodes {
    static final CodeMeaning MISSING = rejected(
            Category.VOICE_NOT_FOUND,
            Reason.MISSING_VOICE,
            "there is no such voice (any more)",
            "It was never made, was deleted, or expired: one that nobody uses in a synthesis is gone after 7 days.");

    private static final Map<Long, CodeMeaning> MEANINGS = Map.ofEntries(
            entry(1000L, unknown(Reason.UNEXPLAINED, "the provider reported an unknown error", StatusMeanings.SUPPORT)),
            entry(
                    1026L,
                    rejected(
                            Category.CONTENT_REJECTED,
                            Reason.INPUT_CONTENT,
                            "the provider found the text unsafe",
                            "Change the text.")),
            entry(
                    1027L,
                    rejected(
                            Category.CONTENT_REJECTED,
                            Reason.OUTPUT_CONTENT,
                            "the provider found the speech unsafe",
                            "Change the text; the voice is not affected.")),
            entry(20132L, MISSING),
            entry(
                    2042L,
                    rejected(
                            Category.ACCESS,
                            Reason.FOREIGN_VOICE,
                            "the voice is there and belongs to another account",
                            "Use the key of the account that made it.")),
            entry(2054L, MISSING));

    private SpeechCodes() {}

    /** The meaning of a code; null for one that means the same everywhere. */
    static @Nullable CodeMeaning of(long code) {
        return MEANINGS.get(code);
    }
}
