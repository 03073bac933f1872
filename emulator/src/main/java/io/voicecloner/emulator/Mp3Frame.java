package io.voicecloner.emulator;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One frame of MPEG 1, 2 or 2.5, layer III, by its header of four bytes (ISO/IEC 11172-3, 13818-3; 2.5 is Fraunhofer's).
 *
 * @param sampleRate also tells the version, as no two versions share one
 * @param bitrate in bits per second
 * @param length in bytes, header included
 */
record Mp3Frame(int sampleRate, int bitrate, int length, boolean mono) {
    static final int HEADER_BYTES = 4;

    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};
    private static final int[] KBITS_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};

    /**
     * Null when no frame lies here, or not all of it. The free bitrate, whose frames do not tell their length, is left out, as
     * common decoders do.
     */
    static @Nullable Mp3Frame at(SoundBytes bytes, long position) throws IOException {
        if (position + HEADER_BYTES > bytes.size() || bytes.u8(position) != 0xFF) {
            return null;
        }
        int header = (int) bytes.u32(position);
        int version = header >> 19 & 3;
        int layer = header >> 17 & 3;
        int bitrateIndex = header >> 12 & 15;
        int rateIndex = header >> 10 & 3;
        boolean synced = (header >> 21 & 0x7FF) == 0x7FF;
        if (!synced || version == 1 || layer != 1 || bitrateIndex == 0 || bitrateIndex == 15 || rateIndex == 3) {
            return null;
        }
        int sampleRate = SAMPLE_RATES[rateIndex] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
        int bitrate = (version == 3 ? KBITS_1 : KBITS_2)[bitrateIndex] * 1000;
        int length = samples(sampleRate) / 8 * bitrate / sampleRate + (header >> 9 & 1);
        boolean whole = position + length <= bytes.size();
        return whole ? new Mp3Frame(sampleRate, bitrate, length, (header >> 6 & 3) == 3) : null;
    }

    boolean isMpeg1() {
        return isMpeg1(sampleRate);
    }

    int samples() {
        return samples(sampleRate);
    }

    private static boolean isMpeg1(int sampleRate) {
        return sampleRate >= 32_000;
    }

    private static int samples(int sampleRate) {
        return isMpeg1(sampleRate) ? 1152 : 576;
    }
}
