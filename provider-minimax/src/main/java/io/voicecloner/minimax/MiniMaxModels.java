package io.voicecloner.minimax;

import java.util.List;

/**
 * The models MiniMax documents for previews ({@code spec/001}, VoiceCloneReq.model) and for speech (public page of {@code t2a_v2}). Others may
 * be named; the list moves.
 */
public final class MiniMaxModels {
    public static final String SPEECH_2_8_HD = "speech-2.8-hd";
    public static final String SPEECH_2_8_TURBO = "speech-2.8-turbo";
    public static final String SPEECH_2_6_HD = "speech-2.6-hd";
    public static final String SPEECH_2_6_TURBO = "speech-2.6-turbo";
    public static final String SPEECH_02_HD = "speech-02-hd";
    public static final String SPEECH_02_TURBO = "speech-02-turbo";
    public static final String SPEECH_01_HD = "speech-01-hd";
    public static final String SPEECH_01_TURBO = "speech-01-turbo";

    private static final List<String> DOCUMENTED = List.of(
            SPEECH_2_8_HD,
            SPEECH_2_8_TURBO,
            SPEECH_2_6_HD,
            SPEECH_2_6_TURBO,
            SPEECH_02_HD,
            SPEECH_02_TURBO,
            SPEECH_01_HD,
            SPEECH_01_TURBO);

    private MiniMaxModels() {}

    /** Every one of them, best first. Immutable. */
    public static List<String> documented() {
        return DOCUMENTED;
    }
}
