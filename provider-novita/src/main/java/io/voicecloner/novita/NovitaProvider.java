package io.voicecloner.novita;

import io.voicecloner.Capabilities;
import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.Set;

/** Novita. It chooses voice ids itself and takes recordings only by URL. */
public final class NovitaProvider implements VoiceClonerProvider {
    private static final String ID = "novita";

    /** {@code spec/002}. */
    private static final URI BASE_URL = URI.create("https://api.novita.ai/v3");

    private static final UrlCloneProfile PROFILE =
            UrlCloneProfile.of(ID, BASE_URL).withSpeech(SpeechModel.documented(NovitaModels.documented()));

    private static final Capabilities CAPABILITIES = UrlCloneProfile.capabilities(NovitaModels.documented())
            .speech(PROFILE.speech().build())
            .build();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.with("NOVITA", BASE_URL.toString());
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
