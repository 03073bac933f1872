package io.voicecloner.proxy;

import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.minimax.MiniMaxLanguages;
import io.voicecloner.minimax.MiniMaxModels;
import io.voicecloner.minimax.UploadCloneProfile;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.util.Set;

/**
 * Any gateway that passes MiniMax's API on below {@code /minimax/v1} ({@code spec/004}). It has no address of its own:
 * {@code base-url} must be given. What a gateway adds or leaves out, its operator knows; the settings say it.
 */
public final class ProxyProvider implements VoiceClonerProvider {
    /** Whether the gateway takes {@code language_boost}: {@code spec/004} does not list it, others do (wire-facts 4.3). */
    public static final String LANGUAGE_BOOST = "language-boost";

    private static final Capabilities AS_DOCUMENTED = documented().build();

    private static final Capabilities WITH_LANGUAGES =
            documented().languageBoost(MiniMaxLanguages.documented()).build();

    private static final UploadCloneProfile PROFILE =
            UploadCloneProfile.withoutAddress("proxy").offering(AS_DOCUMENTED);

    /**
     * Silent on the length of previews and on models, which are MiniMax's own behind it (wire-facts 4.3). Gateways document speech with tasks, and
     * a language for it (wire-facts 4.4). No gateway documents a list of voices or their deletion, and one that was asked answered with a page of
     * HTML (wire-facts 4.4, 5): neither is offered.
     */
    private static Capabilities.Builder documented() {
        return UploadCloneProfile.capabilities()
                .preview(1000, MiniMaxModels.documented(), MiniMaxModels.SPEECH_2_8_HD)
                .features(Feature.WATERMARK)
                .speech(UploadCloneProfile.speech()
                        .models(MiniMaxModels.documented(), MiniMaxModels.SPEECH_2_8_HD)
                        .languages(MiniMaxLanguages.documented())
                        .build());
    }

    @Override
    public String id() {
        return "proxy";
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.withoutAddress(
                "VOICECLONER_PROXY",
                UploadCloneProfile.uploadPathOption("VOICECLONER_PROXY_UPLOAD_PATH"),
                Option.of(LANGUAGE_BOOST, Option.Type.BOOLEAN, "Whether the gateway takes a language.")
                        .fromEnvironment("VOICECLONER_PROXY_LANGUAGE_BOOST")
                        .byDefault("false"));
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        boolean languages =
                settings.option(LANGUAGE_BOOST).map(Boolean::parseBoolean).orElse(false);
        return languages ? WITH_LANGUAGES : AS_DOCUMENTED;
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return PROFILE.open(settings, context);
    }
}
