package org.example.harbor;

import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.minimax.MiniMaxModels;
import io.voicecloner.minimax.UploadCloneProfile;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A host of nobody's that takes an upload and then clones it, as MiniMax does, with an address and a hint of its own. */
public final class HarborProvider implements VoiceClonerProvider {
    private static final URI BASE_URL = URI.create("https://api.harbor.example/v1");

    private static final UploadCloneProfile PROFILE = UploadCloneProfile.of("harbor", BASE_URL)
            .withCodes(Map.of(
                    2038L,
                    CodeMeaning.rejected(
                            Category.ACCESS,
                            Reason.PERMISSION,
                            "the account may not clone voices",
                            "Ask for cloning at harbor.example.")));

    private static final Capabilities CAPABILITIES = UploadCloneProfile.capabilities()
            .preview(1000, MiniMaxModels.documented(), MiniMaxModels.SPEECH_2_8_HD)
            .features(Feature.USAGE)
            .build();

    @Override
    public String id() {
        return "harbor";
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.with("HARBOR", BASE_URL.toString());
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return CAPABILITIES;
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return PROFILE.open(settings, context);
    }
}
