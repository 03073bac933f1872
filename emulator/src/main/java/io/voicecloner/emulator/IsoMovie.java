package io.voicecloner.emulator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The {@code moov} of an ISO base media file, as far as its first track of sound needs it. */
final class IsoMovie {
    private static final long UNKNOWN = 0xFFFF_FFFFL;

    private final SoundBytes bytes;
    private final IsoBoxes boxes;
    private final IsoBox moov;
    private @Nullable IsoTrack sound;
    private boolean pictures;
    private long unitsPerSecond;
    private long units;

    private IsoMovie(SoundBytes bytes, IsoBoxes boxes, IsoBox moov) {
        this.bytes = bytes;
        this.boxes = boxes;
        this.moov = moov;
    }

    static IsoMovie read(SoundBytes bytes, IsoBoxes boxes, IsoBox moov) throws IOException {
        IsoMovie movie = new IsoMovie(bytes, boxes, moov);
        boxes.in(moov, movie::visit);
        return movie;
    }

    private void visit(IsoBox box) throws IOException {
        switch (box.type()) {
            case "mvhd" -> {
                boolean large = box.isLarge(bytes);
                unitsPerSecond = bytes.u32(box.content() + (large ? 20 : 12));
                units = Math.max(units, headerUnits(box.content() + (large ? 24 : 16), large));
            }
            case "mehd" -> units = Math.max(units, headerUnits(box.content() + 4, box.isLarge(bytes)));
            case "mvex" -> boxes.in(box, this::visit);
            case "trak" -> {
                IsoTrack track = IsoTrack.read(bytes, boxes, box);
                pictures |= track.isPicture();
                sound = sound == null && track.isSound() ? track : sound;
            }
            default -> {}
        }
    }

    /** All ones mean that the duration is not known. */
    private long headerUnits(long at, boolean large) throws IOException {
        if (bytes.u32(at) == UNKNOWN) {
            return 0;
        }
        return large ? bytes.u63(at) : bytes.u32(at);
    }

    /** Null when nothing can be heard. */
    @Nullable
    IsoTrack sound() {
        return sound;
    }

    boolean hasPictures() {
        return pictures;
    }

    long unitsPerSecond() {
        return unitsPerSecond;
    }

    /** What the headers say, null when they say nothing. */
    @Nullable
    Duration headerDuration() {
        return units == 0 || unitsPerSecond == 0 ? null : Sound.length(units, unitsPerSecond);
    }

    /** A reader of this track's fragments, which knows what {@code trex} says of samples that do not tell how long they last. */
    IsoFragments fragments(IsoTrack track) throws IOException {
        IsoFragments fragments = new IsoFragments(bytes, boxes, track.id());
        boxes.in(moov, box -> {
            if (box.type().equals("mvex")) {
                boxes.in(box, fragments::visitDefaults);
            }
        });
        return fragments;
    }
}
