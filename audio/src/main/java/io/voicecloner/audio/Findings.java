package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFacts.Fault;
import io.voicecloner.spi.AudioFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The findings that more than one format can have. */
final class Findings {
    private Findings() {}

    static AudioFacts fault(Optional<AudioFormat> format, String rule, String finding) {
        return faults(format, List.of(new Fault(rule, finding)));
    }

    static AudioFacts faults(Optional<AudioFormat> format, List<Fault> faults) {
        return new AudioFacts(format, Optional.empty(), false, faults, List.of());
    }

    static AudioFacts damaged(Optional<AudioFormat> format) {
        return fault(
                format,
                "damaged",
                format.map(known -> "starts like " + known.extension() + " but is damaged")
                        .orElse("is damaged, and not recognised as mp3, m4a or wav"));
    }

    static AudioFacts measured(AudioFormat format, Duration length, List<String> warnings) {
        return new AudioFacts(Optional.of(format), Optional.of(length), true, List.of(), warnings);
    }

    /** @param why to stand after "The recording's length was not checked:" */
    static AudioFacts unmeasured(AudioFormat format, String why) {
        String warning = "The recording's length was not checked: " + why + '.';
        return new AudioFacts(Optional.of(format), Optional.empty(), false, List.of(), List.of(warning));
    }

    /** For one that takes too long: on a busy machine that can be an honest one, so it is not refused. */
    static AudioFacts unfathomed(Optional<AudioFormat> format) {
        return format.map(known -> unmeasured(known, "looking into it took too long"))
                .orElseGet(() -> fault(format, "not-audio", "could not be recognised as mp3, m4a or wav in good time"));
    }
}
