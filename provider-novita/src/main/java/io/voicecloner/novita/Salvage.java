package io.voicecloner.novita;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the id of a voice in an answer that broke off: it is never a success, but somebody can look for that voice. */
final class Salvage {
    private static final int LONGEST = 1024;
    private static final int REPLACEMENT = 0xFFFD;

    /** A whole string: one that was cut off would be another id. */
    private static final Pattern VOICE_ID = Pattern.compile("\"voice_id\"\\s*:\\s*\"([^\"\\\\]{1," + LONGEST + "})\"");

    private Salvage() {}

    static Optional<String> voiceId(String beginningOfAnswer) {
        Matcher matcher = VOICE_ID.matcher(beginningOfAnswer);
        return matcher.find() && isUsable(matcher.group(1)) ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Whether an id can be stored and printed, and is what the provider said: bytes that are no text come as replacements. */
    static boolean isUsable(String id) {
        return !id.isBlank() && id.length() <= LONGEST && id.codePoints().noneMatch(Salvage::isBroken);
    }

    private static boolean isBroken(int c) {
        return Character.isISOControl(c) || c == REPLACEMENT || Character.getType(c) == Character.SURROGATE;
    }
}
