package io.voicecloner.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Steps over the ID3v2 tags in front of a recording: Tika takes anything behind one for MP3, and its code that reads tags is
 * better kept away from strangers' tags.
 */
final class Id3Tags {
    /** A recording has one, rarely two. */
    private static final int MOST = 100;

    private static final int HEADER = 10;
    private static final int FOOTER_FLAG = 0x10;

    private Id3Tags() {}

    /**
     * Where the sound begins: behind all tags, and the zeros that some programs leave behind them.
     *
     * @throws EOFException if there is nothing behind the tags
     * @throws IOException if there are too many
     */
    static long end(Source source) throws IOException {
        try (InputStream in = source.open()) {
            long position = 0;
            for (int tags = 0; ; tags++) {
                in.mark(HEADER);
                byte[] header = in.readNBytes(HEADER);
                if (!isTag(header)) {
                    in.reset();
                    return tags == 0 ? 0 : position + zeros(in);
                }
                if (tags == MOST) {
                    throw new IOException("nothing but tags");
                }
                long size = size(header);
                in.skipNBytes(size);
                position += HEADER + size;
            }
        }
    }

    private static boolean isTag(byte[] header) {
        return header.length == HEADER
                && header[0] == 'I'
                && header[1] == 'D'
                && header[2] == '3'
                // Of four bytes with seven bits each.
                && (header[6] | header[7] | header[8] | header[9]) >= 0;
    }

    private static long size(byte[] header) {
        int body = header[6] << 21 | header[7] << 14 | header[8] << 7 | header[9];
        return (header[5] & FOOTER_FLAG) == 0 ? body : body + (long) HEADER;
    }

    private static long zeros(InputStream in) throws IOException {
        long count = 0;
        for (int next = in.read(); next == 0; next = in.read()) {
            count++;
        }
        return count;
    }
}
