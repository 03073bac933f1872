package io.voicecloner.emulator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One {@code trak} of an ISO base media file: what it holds and for how long. */
final class IsoTrack {
    /** QuickTime's second form of the sample entry has a 1 in the place of the rate. */
    private static final int MIN_SAMPLE_RATE = 4_000;

    private final SoundBytes bytes;
    private final IsoBoxes boxes;
    private @Nullable IsoBox edits;
    private String handler = "";
    private long id;
    private long unitsPerSecond;
    private long units;
    private long sampleRate;

    private IsoTrack(SoundBytes bytes, IsoBoxes boxes) {
        this.bytes = bytes;
        this.boxes = boxes;
    }

    static IsoTrack read(SoundBytes bytes, IsoBoxes boxes, IsoBox trak) throws IOException {
        IsoTrack track = new IsoTrack(bytes, boxes);
        boxes.in(trak, track::visit);
        return track;
    }

    private void visit(IsoBox box) throws IOException {
        switch (box.type()) {
            case "mdia", "minf", "stbl", "edts" -> boxes.in(box, this::visit);
            case "tkhd" -> id = bytes.u32(box.content() + (box.isLarge(bytes) ? 20 : 12));
            case "mdhd" -> unitsPerSecond = bytes.u32(box.content() + (box.isLarge(bytes) ? 20 : 12));
            case "hdlr" -> handler = handler.isEmpty() ? bytes.word(box.content() + 8) : handler;
            case "stsd" -> sampleRate = bytes.u16(box.content() + 40);
            case "stts" -> units = sampleTimes(box);
            case "elst" -> edits = box;
            default -> {}
        }
    }

    private long sampleTimes(IsoBox stts) throws IOException {
        long entries = stts.entries(bytes, 8);
        long sum = 0;
        for (long at = stts.content() + 8; entries > 0; entries--, at += 8) {
            sum = Math.addExact(sum, Math.multiplyExact(bytes.u32(at), bytes.u32(at + 4)));
        }
        return sum;
    }

    long id() {
        return id;
    }

    boolean isSound() {
        return handler.equals("soun");
    }

    boolean isPicture() {
        return handler.equals("vide");
    }

    /** How many units of the track's clock the samples last that are listed here and not in fragments. */
    long units() {
        return units;
    }

    /** Null when the place for it cannot hold it, as with 96 kHz. */
    @Nullable
    Long sampleRate() {
        return sampleRate < MIN_SAMPLE_RATE ? null : sampleRate;
    }

    /** How long this many units play, after the edits. */
    Duration played(long allUnits, long movieUnitsPerSecond) throws IOException {
        if (unitsPerSecond == 0) {
            throw new UnreadableSoundException("a track without a clock");
        }
        return edits == null
                ? Sound.length(allUnits, unitsPerSecond)
                : IsoEdits.played(bytes, edits, allUnits, unitsPerSecond, movieUnitsPerSecond);
    }
}
