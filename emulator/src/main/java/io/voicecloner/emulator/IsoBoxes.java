package io.voicecloner.emulator;

import java.io.IOException;

/**
 * The boxes of an ISO base media file (ISO/IEC 14496-12). Who reads asks for one level at a time and goes down by name; how many
 * boxes are shown and how deep they lie has a limit.
 */
final class IsoBoxes {
    private static final int HEADER_BYTES = 8;
    private static final int LARGE_HEADER_BYTES = 16;

    /** Five minutes in fragments of one frame each have some 100,000. */
    private static final int MAX_BOXES = 250_000;

    /** The tables of a track lie in moov, trak, mdia, minf and stbl. */
    private static final int MAX_DEPTH = 6;

    private final SoundBytes bytes;
    private int visited;
    private int depth;

    IsoBoxes(SoundBytes bytes) {
        this.bytes = bytes;
    }

    /** Is shown one box after the other. */
    @FunctionalInterface
    interface Visitor {
        void visit(IsoBox box) throws IOException;
    }

    void inFile(Visitor visitor) throws IOException {
        between(0, bytes.size(), visitor);
    }

    void in(IsoBox parent, Visitor visitor) throws IOException {
        between(parent.content(), parent.end(), visitor);
    }

    private void between(long start, long end, Visitor visitor) throws IOException {
        if (++depth > MAX_DEPTH) {
            throw new UnreadableSoundException("boxes too deep");
        }
        for (long position = start; position + HEADER_BYTES <= end; ) {
            if (++visited > MAX_BOXES) {
                throw new UnreadableSoundException("too many boxes");
            }
            IsoBox box = box(position, end);
            visitor.visit(box);
            position = box.end();
        }
        depth--;
    }

    /** A size of 1 announces one of 64 bits after the type, 0 means all that is left. */
    private IsoBox box(long position, long end) throws IOException {
        long size = bytes.u32(position);
        String type = bytes.word(position + 4);
        int header = HEADER_BYTES;
        if (size == 1) {
            size = bytes.u63(position + HEADER_BYTES);
            header = LARGE_HEADER_BYTES;
        } else if (size == 0) {
            size = end - position;
        }
        if (size < header || position + header > end) {
            throw new UnreadableSoundException("a box smaller than its header at " + position);
        }
        boolean cut = size > end - position;
        return new IsoBox(type, position + header, cut ? end : position + size, cut);
    }
}
