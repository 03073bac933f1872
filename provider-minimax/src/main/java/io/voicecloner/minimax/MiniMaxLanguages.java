package io.voicecloner.minimax;

import java.util.List;

/** The languages MiniMax documents for its language boost ({@code spec/001}, VoiceCloneReq.language_boost). The list moves. */
public final class MiniMaxLanguages {
    private static final List<String> DOCUMENTED = List.of(
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

    private MiniMaxLanguages() {}

    /** Every one of them, {@code auto} last. {@code Chinese,Yue} is one value. Immutable. */
    public static List<String> documented() {
        return DOCUMENTED;
    }
}
