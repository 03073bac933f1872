package io.voicecloner.novita;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the words of a refusal that the voice is the trouble. No document names a {@code reason} for that; the codes of the system behind are to be
 * expected in the words (wire-facts 2.5), so this is inferred. Only two things count: one of its codes for voices, called a code, and its own sentence for
 * an unknown voice, which public code quotes.
 */
final class InnerWords {
    private static final long UNKNOWN_VOICE = 2054;

    private static final Pattern CODE = Pattern.compile(
            "(?i)(?:status_code|statuscode|\\bcode)[\"']?\\s*[:=(\\[]?\\s*[\"']?(2054|20132|2042)(?![\\w.])");

    private static final Pattern SENTENCE = Pattern.compile("(?i)\\bvoice[ _]id not exist\\b");

    private InnerWords() {}

    /** The code of an unknown or foreign voice, if the words tell of one beyond doubt. */
    static Optional<Long> codeOfVoice(@Nullable String words) {
        if (words == null) {
            return Optional.empty();
        }
        Matcher code = CODE.matcher(words);
        if (code.find()) {
            return Optional.of(Long.valueOf(code.group(1)));
        }
        return SENTENCE.matcher(words).find() ? Optional.of(UNKNOWN_VOICE) : Optional.empty();
    }
}
