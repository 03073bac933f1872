package io.voicecloner.novita;

import io.voicecloner.AudioLimits;
import io.voicecloner.Capabilities;
import io.voicecloner.Feature;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What Novita documents of itself ({@code spec/002}). */
final class NovitaCapabilities {
    private static final List<String> FORMATS = List.of("mp3", "m4a", "wav");

    /** "20 MB" is taken as 20 MiB here; the provider may still refuse what lies between. */
    private static final long MAX_BYTES = 20L * 1024 * 1024;

    static final Capabilities ALL = Capabilities.builder(new AudioLimits(
                    FORMATS, Optional.of(Duration.ofSeconds(10)), Optional.of(Duration.ofMinutes(5)), MAX_BYTES))
            .prompt(new AudioLimits(FORMATS, Optional.empty(), Optional.of(Duration.ofSeconds(8)), MAX_BYTES))
            .preview(2000, NovitaModels.ALL, NovitaModels.SPEECH_2_8_HD)
            .features(Feature.URL_AUDIO, Feature.ACCURACY, Feature.NOISE_REDUCTION, Feature.VOLUME_NORMALIZATION)
            .build();

    private NovitaCapabilities() {}
}
