package io.voicecloner.spi;

import io.voicecloner.Usage;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a provider said of the audio it made.
 *
 * @param link where the audio is, if it was not in the answer; core fetches it
 * @param duration how long the speech is
 * @param sampleRate samples a second
 * @param bitrate bits a second
 * @param usage what it will be billed as
 */
public record SpokenAudio(
        Optional<URI> link,
        Optional<Duration> duration,
        OptionalLong sampleRate,
        OptionalLong bitrate,
        Optional<Usage> usage) {
    public SpokenAudio {
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(duration, "duration");
        Objects.requireNonNull(sampleRate, "sampleRate");
        Objects.requireNonNull(bitrate, "bitrate");
        Objects.requireNonNull(usage, "usage");
    }

    /** Of which nothing was said; it was written to its output. */
    public static SpokenAudio handedOut() {
        return at(Optional.empty());
    }

    /** Of which nothing was said but, perhaps, where it is. */
    public static SpokenAudio at(Optional<URI> link) {
        return new SpokenAudio(link, Optional.empty(), OptionalLong.empty(), OptionalLong.empty(), Optional.empty());
    }

    /** Where it is without the path and the query, which may be signed. */
    @Override
    public String toString() {
        String where = link.map(given -> "at " + given.getHost()).orElse("handed out");
        return "SpokenAudio[" + where + ", " + duration + ", " + usage + "]";
    }
}
