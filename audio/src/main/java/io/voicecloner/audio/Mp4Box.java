package io.voicecloner.audio;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The header of one box of an MP4 file.
 *
 * @param content where the box's content begins
 * @param end where the box says that it ends, which need not be inside the file
 * @param plain whether its size is written in the usual way: not as 64 bits, and not as "up to the end"
 */
record Mp4Box(String type, long content, long end, boolean plain) {
    /** The least that a box takes. */
    static final int HEADER = 8;

    private static final int WIDE_HEADER = 16;

    /**
     * Reads a header.
     *
     * @param limit the end of a box that lasts "up to the end"
     * @throws IOException if the size is less than the header's own
     */
    static Mp4Box read(DataInputStream in, long position, long limit) throws IOException {
        long size = in.readInt() & 0xFFFF_FFFFL;
        String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
        if (size == 0) {
            return new Mp4Box(type, position + HEADER, limit, false);
        }
        boolean plain = size != 1;
        int header = plain ? HEADER : WIDE_HEADER;
        if (!plain) {
            size = limit - position < WIDE_HEADER ? 0 : in.readLong();
        }
        if (size < header) {
            throw new IOException("a box of " + size + " bytes");
        }
        long end = size > Long.MAX_VALUE - position ? Long.MAX_VALUE : position + size;
        return new Mp4Box(type, position + header, end, plain);
    }
}
