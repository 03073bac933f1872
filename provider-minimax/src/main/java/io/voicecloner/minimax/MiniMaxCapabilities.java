package io.voicecloner.minimax;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;

/** What MiniMax documents of itself beyond the dialect ({@code spec/001}). */
final class MiniMaxCapabilities {
    static final Capabilities ALL = UploadCloneProfile.capabilities()
            .preview(1000, MiniMaxModels.documented(), MiniMaxModels.SPEECH_2_8_HD)
            .languageBoost(MiniMaxLanguages.documented())
            .features(Feature.USAGE)
            .build();

    private MiniMaxCapabilities() {}
}
