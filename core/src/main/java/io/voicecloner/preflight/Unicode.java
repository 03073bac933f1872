package io.voicecloner.preflight;

/** Questions about text that Java's own strings do not answer. */
final class Unicode {
    /** Joins emoji to families, and letters in many scripts. */
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

    private Unicode() {}

    /** Whether there is no half of a surrogate pair: it would be sent as a question mark, and billed. */
    static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** Whether there are more code points than that; looks no further than needed. */
    static boolean isLongerThan(String text, int codePoints) {
        return text.length() > codePoints && (text.length() > 2L * codePoints || beyond(text, codePoints));
    }

    /** Whether there is anything but punctuation, blanks and invisible characters. */
    static boolean saysSomething(String text) {
        return text.codePoints()
                .anyMatch(c -> !isInvisible(c) && !isJoiner(c) && !Character.isWhitespace(c) && !isPunctuation(c));
    }

    /** Whether at most a tenth is control, format or unassigned characters: beyond that the providers refuse (code 1042). */
    static boolean isMostlyVisible(String text) {
        long invisible = text.codePoints().filter(Unicode::isInvisible).count();
        return invisible * 10 <= text.codePointCount(0, text.length());
    }

    private static boolean isJoiner(int c) {
        return c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
    }

    private static boolean isInvisible(int c) {
        if (c == '\n' || c == '\r' || c == '\t' || isJoiner(c)) {
            return false;
        }
        return switch (Character.getType(c)) {
            // Unassigned characters may be emoji that are younger than this JDK.
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE -> true;
            default -> false;
        };
    }

    static boolean endsInPunctuation(String text) {
        return isPunctuation(text.codePointBefore(text.length()));
    }

    private static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_PUNCTUATION,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.DASH_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean beyond(String text, int codePoints) {
        return text.codePointCount(0, text.length()) > codePoints;
    }
}
