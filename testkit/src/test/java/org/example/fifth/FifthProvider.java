package org.example.fifth;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import io.voicecloner.ProviderSettings;
import io.voicecloner.spi.Option;
import io.voicecloner.spi.ProviderContext;
import io.voicecloner.spi.ProviderSession;
import io.voicecloner.spi.StandardOptions;
import io.voicecloner.spi.VoiceClonerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A name, what it can do, and how it is opened. Making one does nothing. */
public final class FifthProvider implements VoiceClonerProvider {
    static final String ID = "fifth";

    private static final URI BASE_URL = URI.create("https://api.fifth.example/v1");

    private static final AudioLimits RECORDINGS = new AudioLimits(
            List.of("mp3", "wav"),
            Optional.of(Duration.ofSeconds(10)),
            Optional.of(Duration.ofMinutes(5)),
            20L * 1024 * 1024);

    private static final Capabilities CAPABILITIES = Capabilities.builder(RECORDINGS)
            .features(Feature.FILE_AUDIO, Feature.NOISE_REDUCTION)
            .preview(300, List.of("fifth-1"), "fifth-1")
            .build();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Set<Option> options() {
        return StandardOptions.with("FIFTH", BASE_URL.toString());
    }

    @Override
    public Capabilities capabilities(ProviderSettings settings) {
        return CAPABILITIES;
    }

    @Override
    public ProviderSession open(ProviderSettings settings, ProviderContext context) {
        return new FifthSession(settings.baseUrl().orElse(BASE_URL), settings, context);
    }
}
