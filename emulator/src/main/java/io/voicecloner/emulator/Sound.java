package io.voicecloner.emulator;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found in a recording.
 *
 * @param duration how long a decoder would play, null when the file does not tell
 * @param sampleRate per second, null when the file does not tell
 * @param bitrate of the sound, in bits per second, null when the file does not tell
 */
record Sound(
        AudioFormat format,
        @Nullable Duration duration,
        @Nullable Long sampleRate,
        @Nullable Long bitrate) {
    private static final long NANOS = 1_000_000_000;

    /** Exact to the nanosecond, rounded down: ten seconds of samples are ten seconds, not a little less. */
    static Duration length(long units, long perSecond) {
        return Duration.ofSeconds(units / perSecond, units % perSecond * NANOS / perSecond);
    }

    static long bitrate(long bytes, Duration duration) {
        return Math.round(bytes * 8 / (duration.getSeconds() + duration.getNano() / (double) NANOS));
    }
}
