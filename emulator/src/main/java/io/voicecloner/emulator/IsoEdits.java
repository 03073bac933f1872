package io.voicecloner.emulator;

import java.io.IOException;
import java.time.Duration;

/**
 * The edit list of a track: which parts of its samples are played. What an encoder of AAC leads in with is left out by it, and
 * so is the end of the last frame. Pauses, which it can also hold, are no sound and do not count.
 */
final class IsoEdits {
    private IsoEdits() {}

    /** An edit that reaches beyond the samples ends with them; a length of 0, as fragmented files have it, means all of them. */
    static Duration played(SoundBytes bytes, IsoBox elst, long units, long unitsPerSecond, long movieUnitsPerSecond)
            throws IOException {
        boolean large = elst.isLarge(bytes);
        int fieldBytes = large ? 8 : 4;
        int entryBytes = 2 * fieldBytes + 4;
        long entries = elst.entries(bytes, entryBytes);
        if (entries == 0) {
            return Sound.length(units, unitsPerSecond);
        }
        Duration sum = Duration.ZERO;
        for (long at = elst.content() + 8; entries > 0; entries--, at += entryBytes) {
            boolean pause = bytes.u32(at + fieldBytes) >> 31 == 1;
            if (!pause) {
                long length = large ? bytes.u63(at) : bytes.u32(at);
                long start = large ? bytes.u63(at + fieldBytes) : bytes.u32(at + fieldBytes);
                Duration left = Sound.length(Math.max(0, units - start), unitsPerSecond);
                sum = sum.plus(length == 0 ? left : shorter(left, Sound.length(length, movieUnitsPerSecond)));
            }
        }
        return sum;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
