package io.voicecloner.novita;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand in any answer of the dialect and makes a refusal of it, even under a 200 (wire-facts 2.5). */
interface Verdict {
    /** The HTTP statuses of errors. */
    Pattern ERROR = Pattern.compile("[45]\\d\\d");

    /** In whatever shape it comes. */
    @Nullable
    Object reason();

    /** In whatever shape it comes. */
    @Nullable
    Object code();

    /** Whether what was asked for is in the answer: a reason nobody knows is none for a refusal then. */
    boolean isFulfilled();

    /** Whether the code, which repeats the HTTP status where that is honest, is one of an error: as a number or as text. */
    default boolean holdsErrorCode() {
        Object code = code();
        String digits = code instanceof Double number ? Long.toString(number.longValue()) : String.valueOf(code);
        return ERROR.matcher(digits.strip()).matches();
    }
}
