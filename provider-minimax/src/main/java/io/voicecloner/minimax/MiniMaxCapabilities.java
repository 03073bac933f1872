package io.voicecloner.minimax;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;

/**
 * What MiniMax documents of itself beyond the dialect ({@code spec/001}; for speech and voices: the public pages of {@code t2a_v2},
 * {@code get_voice} and {@code delete_voice}, wire-facts 1.4).
 */
final class MiniMaxCapabilities {
    static final Capabilities ALL = UploadCloneProfile.capabilities()
            .preview(1000, MiniMaxModels.documented(), MiniMaxModels.SPEECH_2_8_HD)
            .languageBoost(MiniMaxLanguages.documented())
            .features(Feature.USAGE, Feature.LIST_VOICES, Feature.DELETE_VOICE)
            .speech(UploadCloneProfile.speech()
                    // The same model as for previews: what was heard is what is spoken.
                    .models(MiniMaxModels.documented(), MiniMaxModels.SPEECH_2_8_HD)
                    .languages(MiniMaxLanguages.documented())
                    .build())
            .build();

    private MiniMaxCapabilities() {}
}
