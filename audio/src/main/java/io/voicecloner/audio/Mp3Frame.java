package io.voicecloner.audio;

import java.util.Optional;

/**
 * The header of one frame of MPEG audio, Layer III (ISO/IEC 11172-3 and 13818-3, and the unofficial "MPEG 2.5").
 *
 * @param length in bytes, the header included
 * @param samples how many it plays, per channel
 * @param rate samples per second
 */
record Mp3Frame(int length, int samples, int rate) {
    static final int HEADER = 4;
    static final int LONGEST = 1441;

    private static final int[] KILOBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_LOW = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};

    /** How often the rates are halved, by the two bits for the version; the second value is reserved. */
    private static final int[] HALVED = {2, -1, 1, 0};

    /** Reads a header; empty if it is none. "Free format", without a bit rate, counts as none: hardly anything plays it. */
    static Optional<Mp3Frame> of(int header) {
        if ((header & 0xFFE6_0000) != 0xFFE2_0000) {
            return Optional.empty();
        }
        int halved = HALVED[header >> 19 & 3];
        int bits = header >> 12 & 15;
        int rateCode = header >> 10 & 3;
        if (halved < 0 || bits == 0 || bits == 15 || rateCode == 3) {
            return Optional.empty();
        }
        int rate = RATES[rateCode] >> halved;
        int samples = halved == 0 ? 1152 : 576;
        int bitRate = 1000 * (halved == 0 ? KILOBITS : KILOBITS_LOW)[bits];
        int padding = header >> 9 & 1;
        return Optional.of(new Mp3Frame(samples / 8 * bitRate / rate + padding, samples, rate));
    }

    /** Whether one can follow the other in a recording. */
    boolean resembles(Mp3Frame other) {
        return rate == other.rate;
    }
}
