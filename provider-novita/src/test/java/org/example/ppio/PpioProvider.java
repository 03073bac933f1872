package org.example.ppio;

import io.voicecloner.Capabilities;
import io.voicecloner.Category;
import io.voicecloner.ProviderSettings;
import io.voicecloner.Reason;
import io.voicecloner.http.CodeMeaning;
import io.voicecloner.novita.NovitaModels;
import io.voicecloner.novita.SpeechModel;
import io.voicecloner.novita.UrlCloneProfile;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** PPIO, Novita's sister on the mainland: same path, same body, an address and a hint of its own (wire-facts 2.1, 2.5). */
public final class PpioProvider implements VoiceClonerProvider {
    private static final URI BASE_URL = URI.create("https://api.ppinfra.com/v3");

    private static final UrlCloneProfile PROFILE = UrlCloneProfile.of("ppio", BASE_URL)
            .withReasons(Map.of(
                    "NEED_REAL_NAME_VERIFY",
                    CodeMeaning.rejected(
                            Category.ACCESS,
                            Reason.PERMISSION,
                            "the account may not clone voices",
                            "Verify the account with a real name at ppio.com.")))
            .withSpeech(SpeechModel.documented(NovitaModels.documented()));

    private static final Capabilities CAPABILITIES = UrlCloneProfile.capabilities(NovitaModels.documented())
            .speech(PROFILE.speech().build())
            .build();

    @Override
    public String id() {
        return "ppio";
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.with("PPIO", BASE_URL.toString());
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
