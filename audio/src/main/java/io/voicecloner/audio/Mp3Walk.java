package io.voicecloner.audio;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Adds up the frames of an MP3: nothing else tells how long it plays if its bit rate varies, and headers that say so may lie. What
 * an encoder pads counts, two to three frames: 0.05 s at 44.1 kHz, 0.2 s at 8 kHz.
 */
final class Mp3Walk {
    /** Some encoders write notes about the recording in a first frame, which plays nothing. They begin before this. */
    private static final int NOTE_END = 40;

    /** Noise has one in ten thousand bytes; only what is made to waste time has more. */
    private static final int MOST_MISFITS = 100_000;

    private final DataInputStream in;
    private double seconds;
    private int misfits;

    private Mp3Walk(InputStream in) {
        this.in = new DataInputStream(new BufferedInputStream(in, 64 * 1024));
    }

    /** How many seconds play from here on; 0 if there are no frames. */
    static double seconds(InputStream in) throws IOException {
        Mp3Walk walk = new Mp3Walk(in);
        try {
            walk.toTheEnd();
        } catch (EOFException e) {
            // In the middle of a frame as well as behind the last one.
        }
        return walk.seconds;
    }

    private void toTheEnd() throws IOException {
        int header = in.readInt();
        boolean inStep = false;
        while (true) {
            Optional<Mp3Frame> frame = Mp3Frame.of(header);
            inStep = frame.isPresent() && (inStep || isFollowed(frame.get()));
            if (frame.isPresent() && !inStep && ++misfits > MOST_MISFITS) {
                throw new IOException("too many headers without a frame");
            }
            if (inStep) {
                walkOver(frame.orElseThrow());
                header = in.readInt();
            } else {
                header = header << 8 | in.readUnsignedByte();
            }
        }
    }

    private void walkOver(Mp3Frame frame) throws IOException {
        int rest = frame.length() - Mp3Frame.HEADER;
        if (seconds == 0) {
            byte[] beginning = in.readNBytes(Math.min(rest, NOTE_END));
            rest -= beginning.length;
            String text = new String(beginning, StandardCharsets.ISO_8859_1);
            if (text.contains("Xing") || text.contains("Info")) {
                in.skipNBytes(rest);
                return;
            }
        }
        seconds += (double) frame.samples() / frame.rate();
        in.skipNBytes(rest);
    }

    /** Any bytes can look like a header. Two in the right distance hardly ever do, unless they are; nor does the last one. */
    private boolean isFollowed(Mp3Frame frame) throws IOException {
        in.mark(Mp3Frame.LONGEST + Mp3Frame.HEADER);
        try {
            in.skipNBytes(frame.length() - Mp3Frame.HEADER);
            int next = in.read();
            return next < 0
                    || Mp3Frame.of(next << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort())
                            .filter(frame::resembles)
                            .isPresent();
        } catch (EOFException e) {
            return false;
        } finally {
            in.reset();
        }
    }
}
