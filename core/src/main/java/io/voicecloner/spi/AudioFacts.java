package io.voicecloner.spi;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an {@link AudioInspector} found.
 *
 * @param format the container, by its bytes; empty if it is none that may be sent
 * @param length how long it plays; empty if that could not be told
 * @param exact whether the length can be relied upon; an estimate only ever warns
 * @param faults why the recording must not be sent; empty if it may
 * @param warnings what a person should know, each a sentence about "the recording"
 */
public record AudioFacts(
        Optional<AudioFormat> format,
        Optional<Duration> length,
        boolean exact,
        List<Fault> faults,
        List<String> warnings) {
    public AudioFacts {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /**
     * One reason not to send a recording.
     *
     * @param rule in kebab case, stable between releases: {@code not-audio}, {@code has-video}, {@code wrong-codec},
     *     {@code wrong-layer}, {@code unfinished}, {@code truncated}, {@code damaged}, {@code no-sound}
     * @param finding what it is instead, to stand after "The recording": "is an Ogg file, not mp3, m4a or wav"
     */
    public record Fault(String rule, String finding) {}
}
