package io.voicecloner.emulator;

import java.io.IOException;

/**
 * A box of an ISO base media file.
 *
 * @param type its four characters
 * @param content where its content starts
 * @param end the first place after it
 * @param cut whether it claims to be larger than what it lies in; {@code end} is the end of that
 */
record IsoBox(String type, long content, long end, boolean cut) {
    long bytes() {
        return end - content;
    }

    /** Whether times and durations in it have 64 bits: version 1 of the boxes that start with a version. */
    boolean isLarge(SoundBytes bytes) throws IOException {
        return bytes.u8(content) == 1;
    }

    /** The number of entries of a table, which stands before the first of them. */
    long entries(SoundBytes bytes, int bytesEach) throws IOException {
        long entries = bytes.u32(content + 4);
        if (entries > (bytes() - 8) / bytesEach) {
            throw new UnreadableSoundException(type + " is smaller than its entries");
        }
        return entries;
    }
}
