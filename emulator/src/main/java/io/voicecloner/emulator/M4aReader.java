package io.voicecloner.emulator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ISO base media file (mp4) that holds sound and no pictures. Brand and codec are not looked at: no document restricts
 * them.
 *
 * <p>The length is the sum of the samples of the first sound track, those in fragments included, as its edit list picks them; the
 * durations in the headers are asked only when the samples of a fragmented file do not tell. A file cut off within its sound has
 * an unknown length: what its tables list is not all there.
 */
final class M4aReader {
    private final IsoBoxes boxes;
    private @Nullable IsoBox moov;
    private boolean fragmented;
    private boolean cut;
    private long soundBytes;

    private M4aReader(SoundBytes bytes) {
        boxes = new IsoBoxes(bytes);
    }

    /** Null without a whole movie box, without sound, or with pictures. */
    static @Nullable Sound read(SoundBytes bytes) throws IOException {
        return new M4aReader(bytes).sound(bytes);
    }

    private @Nullable Sound sound(SoundBytes bytes) throws IOException {
        boxes.inFile(this::visit);
        if (moov == null || moov.cut() || soundBytes == 0) {
            return null;
        }
        IsoMovie movie = IsoMovie.read(bytes, boxes, moov);
        IsoTrack track = movie.sound();
        if (track == null || movie.hasPictures()) {
            return null;
        }
        long units = Math.addExact(track.units(), fragmented ? fragments(movie, track) : 0);
        if (units == 0 && !fragmented) {
            return null;
        }
        Duration whole = units == 0 ? movie.headerDuration() : track.played(units, movie.unitsPerSecond());
        Duration duration = cut ? null : whole;
        Long bitrate = duration == null || duration.isZero() ? null : Sound.bitrate(soundBytes, duration);
        return new Sound(AudioFormat.M4A, duration, track.sampleRate(), bitrate);
    }

    private void visit(IsoBox box) {
        switch (box.type()) {
            case "moov" -> moov = moov == null ? box : moov;
            case "moof" -> fragmented = true;
            case "mdat" -> {
                soundBytes += box.bytes();
                cut |= box.cut();
            }
            default -> {}
        }
    }

    private long fragments(IsoMovie movie, IsoTrack track) throws IOException {
        IsoFragments fragments = movie.fragments(track);
        boxes.inFile(fragments::visit);
        return fragments.units();
    }
}
