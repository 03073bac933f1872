package io.voicecloner.emulator;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What spec/001 says a clone request's values must be. */
final class MiniMaxRules {
    private static final Pattern VOICE_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");

    /** Characters are counted as code points: the document does not say how (wire-facts 7). */
    private static final int MAX_TEXT = 1000;

    private static final Set<String> MODELS = Set.of(
            "speech-2.8-hd",
            "speech-2.8-turbo",
            "speech-2.6-hd",
            "speech-2.6-turbo",
            "speech-02-hd",
            "speech-02-turbo",
            "speech-01-hd",
            "speech-01-turbo");

    private static final Set<String> LANGUAGES = Set.of(
            "Chinese",
            "Chinese,Yue",
            "English",
            "Arabic",
            "Russian",
            "Spanish",
            "French",
            "Portuguese",
            "German",
            "Turkish",
            "Dutch",
            "Ukrainian",
            "Vietnamese",
            "Indonesian",
            "Japanese",
            "Italian",
            "Korean",
            "Thai",
            "Polish",
            "Romanian",
            "Greek",
            "Czech",
            "Finnish",
            "Hindi",
            "Bulgarian",
            "Danish",
            "Hebrew",
            "Malay",
            "Persian",
            "Slovak",
            "Swedish",
            "Croatian",
            "Filipino",
            "Hungarian",
            "Norwegian",
            "Slovenian",
            "Catalan",
            "Nynorsk",
            "Tamil",
            "Afrikaans",
            "auto");

    private MiniMaxRules() {}

    static void checkVoiceId(String voiceId) {
        require(
                VOICE_ID.matcher(voiceId).matches(),
                "voice_id must have 8 to 256 letters, digits, - and _, start with a letter and not end with - or _");
    }

    static void checkPreview(@Nullable String text, @Nullable String model) {
        require(
                text == null || text.codePointCount(0, text.length()) <= MAX_TEXT,
                "text is longer than 1000 characters");
        require(text == null || model != null, "model is required with text");
        require(model == null || MODELS.contains(model), "model is unknown");
    }

    static void checkLanguage(@Nullable String language) {
        require(language == null || LANGUAGES.contains(language), "language_boost is unknown");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new BadRequest(rule);
        }
    }
}
