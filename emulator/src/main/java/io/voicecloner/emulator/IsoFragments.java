package io.voicecloner.emulator;

import java.io.IOException;

/** Adds up the fragments of one track: a {@code moof} has a {@code traf} for it, with runs of samples in {@code trun}. */
final class IsoFragments {
    private static final int TFHD_BASE_OFFSET = 0x01;
    private static final int TFHD_DESCRIPTION = 0x02;
    private static final int TFHD_DURATION = 0x08;
    private static final int TRUN_OFFSET = 0x01;
    private static final int TRUN_FIRST_FLAGS = 0x04;
    private static final int TRUN_DURATIONS = 0x100;
    private static final int TRUN_FIELDS = 0xF00;

    private final SoundBytes bytes;
    private final IsoBoxes boxes;
    private final long trackId;
    private long trackDefault;
    private long fragmentDefault;
    private boolean inTrack;
    private long units;

    IsoFragments(SoundBytes bytes, IsoBoxes boxes, long trackId) {
        this.bytes = bytes;
        this.boxes = boxes;
        this.trackId = trackId;
    }

    /** For the boxes of {@code mvex}. */
    void visitDefaults(IsoBox box) throws IOException {
        if (box.type().equals("trex") && bytes.u32(box.content() + 4) == trackId) {
            trackDefault = bytes.u32(box.content() + 12);
        }
    }

    /** For the boxes of the file. */
    void visit(IsoBox box) throws IOException {
        switch (box.type()) {
            case "moof", "traf" -> {
                inTrack = false;
                boxes.in(box, this::visit);
            }
            case "tfhd" -> header(box);
            case "trun" -> units = Math.addExact(units, inTrack ? run(box) : 0);
            default -> {}
        }
    }

    /** The sum, in units of the track's clock; samples of which nothing tells how long they last add nothing. */
    long units() {
        return units;
    }

    private void header(IsoBox tfhd) throws IOException {
        int flags = (int) bytes.u32(tfhd.content());
        inTrack = bytes.u32(tfhd.content() + 4) == trackId;
        long duration = tfhd.content()
                + 8
                + ((flags & TFHD_BASE_OFFSET) == 0 ? 0 : 8)
                + ((flags & TFHD_DESCRIPTION) == 0 ? 0 : 4);
        fragmentDefault = (flags & TFHD_DURATION) == 0 ? trackDefault : bytes.u32(duration);
    }

    private long run(IsoBox trun) throws IOException {
        int flags = (int) bytes.u32(trun.content());
        long samples = bytes.u32(trun.content() + 4);
        if ((flags & TRUN_DURATIONS) == 0) {
            return Math.multiplyExact(samples, fragmentDefault);
        }
        int sampleBytes = 4 * Integer.bitCount(flags & TRUN_FIELDS);
        long first =
                trun.content() + 8 + ((flags & TRUN_OFFSET) == 0 ? 0 : 4) + ((flags & TRUN_FIRST_FLAGS) == 0 ? 0 : 4);
        if (samples * sampleBytes > trun.end() - first) {
            throw new UnreadableSoundException("trun is smaller than its samples");
        }
        long sum = 0;
        for (long at = first; samples > 0; samples--, at += sampleBytes) {
            sum += bytes.u32(at);
        }
        return sum;
    }
}
