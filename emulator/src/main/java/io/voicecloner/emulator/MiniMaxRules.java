package io.voicecloner.emulator;

import java.util.Set;
import java.util.regex.Pattern;

/** What spec/001 says a clone request's values must be. */
final class MiniMaxRules {
    private static final Pattern VOICE_ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");

    static final Set<String> LANGUAGES = Set.of(
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
        if (!VOICE_ID.matcher(voiceId).matches()) {
            throw new BadRequest(
                    "voice_id must have 8 to 256 letters, digits, - and _, start with a letter and not end with - or _");
        }
    }
}
