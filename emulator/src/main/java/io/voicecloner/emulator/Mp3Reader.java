package io.voicecloner.emulator;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Counts the frames of an mp3 file from the first to the last; what its index frame claims is not believed. Tags in front and
 * between glued files are stepped over, and so is a little of anything else.
 */
final class Mp3Reader {
    /** The smallest time that every sample rate of layer III divides: sums of frames stay whole numbers. */
    private static final long TICKS_PER_SECOND = 14_112_000;

    private static final int MAX_JUNK_BYTES = 4 * 1024;

    /** So many frames in a row are no accident. */
    private static final int CHAIN = 3;

    private final SoundBytes bytes;
    private long position;
    private int sampleRate;

    private Mp3Reader(SoundBytes bytes) {
        this.bytes = bytes;
    }

    /** Null when there is not one frame of sound. */
    static @Nullable Sound read(SoundBytes bytes) throws IOException {
        return new Mp3Reader(bytes).read();
    }

    private @Nullable Sound read() throws IOException {
        Mp3Frame first = next();
        if (first == null) {
            return null;
        }
        Mp3Index index = Mp3Index.in(first, bytes, position);
        position += index == null ? 0 : first.length();

        long frames = 0;
        long ticks = 0;
        long soundBytes = 0;
        boolean steady = true;
        for (Mp3Frame frame = next(); frame != null; frame = next()) {
            frames++;
            ticks += TICKS_PER_SECOND / frame.sampleRate() * frame.samples();
            soundBytes += frame.length();
            steady &= frame.bitrate() == first.bitrate();
            position += frame.length();
        }
        if (index != null) {
            ticks -= TICKS_PER_SECOND / first.sampleRate() * silence(index, frames);
        }
        if (ticks <= 0) {
            return null;
        }
        Duration duration = Sound.length(ticks, TICKS_PER_SECOND);
        long bitrate = steady ? first.bitrate() : Sound.bitrate(soundBytes, duration);
        return new Sound(AudioFormat.MP3, duration, (long) first.sampleRate(), bitrate);
    }

    /** In a file that was cut, the silence at the end is what was cut off first. */
    private static int silence(Mp3Index index, long frames) {
        return index.silenceBefore() + (index.frames() == frames ? index.silenceAfter() : 0);
    }

    /** Moves to the next frame. Within the stream its sample rate is proof enough; elsewhere others must follow it. */
    private @Nullable Mp3Frame next() throws IOException {
        int junk = 0;
        while (junk <= MAX_JUNK_BYTES && position < bytes.size()) {
            long tag = id3Bytes(position);
            Mp3Frame frame = Mp3Frame.at(bytes, position);
            if (tag > 0) {
                position += tag;
            } else if (frame != null && (isNextOfStream(frame, junk) || isChained(frame))) {
                sampleRate = frame.sampleRate();
                return frame;
            } else {
                position++;
                junk++;
            }
        }
        return null;
    }

    private boolean isNextOfStream(Mp3Frame frame, int junk) {
        return junk == 0 && frame.sampleRate() == sampleRate;
    }

    private boolean isChained(Mp3Frame first) throws IOException {
        long next = position + first.length();
        for (int i = 1; i < CHAIN; i++) {
            if (next == bytes.size() || bytes.says(next, "TAG") || bytes.says(next, "APETAGEX")) {
                return true;
            }
            Mp3Frame frame = Mp3Frame.at(bytes, next);
            if (frame == null || frame.sampleRate() != first.sampleRate()) {
                return false;
            }
            next += frame.length();
        }
        return true;
    }

    /** An ID3v2 tag: ten bytes, a size in four times seven bits, ten more if a footer repeats the header. */
    private long id3Bytes(long at) throws IOException {
        if (at + 10 > bytes.size() || !bytes.says(at, "ID3")) {
            return 0;
        }
        long size = 0;
        for (int i = 6; i < 10; i++) {
            size = size << 7 | (bytes.u8(at + i) & 0x7F);
        }
        return 10 + size + ((bytes.u8(at + 5) & 0x10) == 0 ? 0 : 10);
    }
}
