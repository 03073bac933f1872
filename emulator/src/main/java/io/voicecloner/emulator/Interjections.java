package io.voicecloner.emulator;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sounds in a preview's text, {@code (laughs)} for one. spec/001 calls them "only supported when using speech-2.8-hd or
 * speech-2.8-turbo" and names no error for other models, nor does any table of codes; spec/002 and spec/003 do not know them.
 * So they are refused nowhere: 2.8 makes the sound, any other model reads the word in parentheses as the text it is.
 */
final class Interjections {
    private static final Set<String> MODELS = Set.of("speech-2.8-hd", "speech-2.8-turbo");
    private static final Pattern TAG = Pattern.compile(
            "\\((laughs|chuckle|coughs|clear-throat|groans|breath|pant|inhale|exhale|"
                    + "gasps|sniffs|sighs|snorts|burps|lip-smacking|humming|hissing|emm|whistles|sneezes|crying|applause)\\)");

    private Interjections() {}

    /** What the model says as words. */
    static String words(String text, @Nullable String model) {
        return model != null && MODELS.contains(model) ? TAG.matcher(text).replaceAll(" ") : text;
    }
}
