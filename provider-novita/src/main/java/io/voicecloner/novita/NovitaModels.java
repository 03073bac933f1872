package io.voicecloner.novita;

import java.util.List;

/**
 * The models Novita documents for previews ({@code spec/002}, model) and for speech (wire-facts 2.4). For a preview others may be named: its own example
 * names one that is not listed.
 */
public final class NovitaModels {
    public static final String SPEECH_2_8_HD = "speech-2.8-hd";
    public static final String SPEECH_2_8_TURBO = "speech-2.8-turbo";
    public static final String SPEECH_2_6_HD = "speech-2.6-hd";
    public static final String SPEECH_2_6_TURBO = "speech-2.6-turbo";
    public static final String SPEECH_2_5_HD_PREVIEW = "speech-2.5-hd-preview";
    public static final String SPEECH_2_5_TURBO_PREVIEW = "speech-2.5-turbo-preview";
    public static final String SPEECH_02_HD = "speech-02-hd";
    public static final String SPEECH_02_TURBO = "speech-02-turbo";

    private static final List<String> DOCUMENTED = List.of(
            SPEECH_2_8_HD,
            SPEECH_2_8_TURBO,
            SPEECH_2_6_HD,
            SPEECH_2_6_TURBO,
            SPEECH_2_5_HD_PREVIEW,
            SPEECH_2_5_TURBO_PREVIEW,
            SPEECH_02_HD,
            SPEECH_02_TURBO);

    private NovitaModels() {}

    /** Every one of them, best first. Immutable. */
    public static List<String> documented() {
        return DOCUMENTED;
    }
}
