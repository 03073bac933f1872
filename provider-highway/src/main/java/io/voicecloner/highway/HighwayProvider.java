package io.voicecloner.highway;

import io.voicecloner.Capabilities;
import io.voicecloner.ProviderSettings;
import io.voicecloner.novita.SpeechModel;
import io.voicecloner.novita.UrlCloneProfile;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.List;
import java.util.Set;

/** Highway ({@code spec/003}). As Novita it chooses voice ids itself and takes recordings only by URL; its models are fewer. */
public final class HighwayProvider implements VoiceClonerProvider {
    /** {@code spec/003}. Its page names neither errors nor the fields of a prompt; both are taken to be Novita's (wire-facts 3.3, 3.5). */
    private static final URI BASE_URL = URI.create("https://api.highwayapi.ai/v3");

    /** {@code spec/003}, model. For previews others may be named; the list moves. Speech has them as paths (wire-facts 3.4). */
    private static final List<String> MODELS = List.of(
            "speech-2.8-hd",
            "speech-2.8-turbo",
            "speech-2.5-hd-preview",
            "speech-2.5-turbo-preview",
            "speech-02-hd",
            "speech-02-turbo");

    private static final UrlCloneProfile PROFILE =
            UrlCloneProfile.of("highway", BASE_URL).withSpeech(SpeechModel.documented(MODELS));

    private static final Capabilities CAPABILITIES = UrlCloneProfile.capabilities(MODELS)
            .speech(PROFILE.speech().build())
            .build();

    @Override
    public String id() {
        return "highway";
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.with("HIGHWAY", BASE_URL.toString());
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
