package io.voicecloner;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a provider takes as a recording.
 *
 * @param formats file name extensions of the containers taken, for example {@code mp3}
 * @param shortest the shortest length taken; empty for no documented limit
 * @param longest the longest length taken; empty for no documented limit
 * @param maxBytes the largest file taken, in bytes
 */
public record AudioLimits(
        List<String> formats, Optional<Duration> shortest, Optional<Duration> longest, long maxBytes) {
    public AudioLimits {
        formats = List.copyOf(formats);
    }

    /** The same, with no file taken that is larger than this. */
    public AudioLimits upTo(long bytes) {
        return new AudioLimits(formats, shortest, longest, Math.min(maxBytes, bytes));
    }
}
