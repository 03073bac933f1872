package io.voicecloner.audio;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Checks an index before metadata-extractor reads it: that loads what a box claims to hold, and calls itself for every box in a
 * box. It must walk exactly as the library does, or further inside.
 */
final class Mp4Guard {
    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final int MOST_DEEP = 8;
    private static final int MOST_BOXES = 4096;

    /** Those that are loaded take some hundred bytes. */
    private static final int MOST_LOADED = 64 * 1024;

    private Mp4Guard() {}

    /**
     * Whether the index leaves the sound to fragments.
     *
     * @throws IOException if it is not fit for the library
     */
    static boolean check(Source source, long start, long end) throws IOException {
        boolean fragmented = false;
        long[] ends = new long[MOST_DEEP];
        ends[0] = end;
        int depth = 0;
        try (DataInputStream in = new DataInputStream(source.openAt(start, end))) {
            int boxes = 0;
            for (long position = start; position < end; ) {
                while (position == ends[depth]) {
                    depth--;
                }
                Mp4Box box = Mp4Box.read(in, position, end);
                refuseIf(!box.plain() || box.end() > ends[depth] || boxes++ == MOST_BOXES);
                if (CONTAINERS.contains(box.type())) {
                    refuseIf(++depth == MOST_DEEP);
                    ends[depth] = box.end();
                    position = box.content();
                } else {
                    refuseIf(Mp4Tracks.LOADED.contains(box.type()) && box.end() - box.content() > MOST_LOADED);
                    fragmented |= box.type().equals("mvex");
                    in.skipNBytes(box.end() - box.content());
                    position = box.end();
                }
            }
        }
        return fragmented;
    }

    private static void refuseIf(boolean unfit) throws IOException {
        if (unfit) {
            throw new IOException("an index that makes no sense");
        }
    }
}
