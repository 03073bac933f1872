package io.voicecloner.emulator;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The frame that encoders put first to tell of the rest: Xing's, named Info in files of one bitrate, or Fraunhofer's VBRI. There
 * is no sound in it.
 *
 * @param frames how many follow, -1 when it does not tell
 * @param silenceBefore samples that the encoder put before the sound, plus what a decoder is late by
 * @param silenceAfter samples that the encoder filled the last frame with
 */
record Mp3Index(long frames, int silenceBefore, int silenceAfter) {

    /** By how many samples every layer III decoder is late. */
    private static final int DECODER_DELAY = 528 + 1;

    private static final int HAS_FRAMES = 1;
    private static final int HAS_BYTES = 2;
    private static final int HAS_TABLE = 4;
    private static final int HAS_QUALITY = 8;
    private static final int TABLE_BYTES = 100;
    private static final int DELAYS = 21;

    /** Null when this frame is one of sound. */
    static @Nullable Mp3Index in(Mp3Frame frame, SoundBytes bytes, long position) throws IOException {
        long xing = position + Mp3Frame.HEADER_BYTES + sideInfoBytes(frame);
        if (bytes.says(xing, "Xing") || bytes.says(xing, "Info")) {
            return xing(bytes, xing, position + frame.length());
        }
        return bytes.says(position + Mp3Frame.HEADER_BYTES + 32, "VBRI") ? new Mp3Index(-1, 0, 0) : null;
    }

    private static int sideInfoBytes(Mp3Frame frame) {
        if (frame.isMpeg1()) {
            return frame.mono() ? 17 : 32;
        }
        return frame.mono() ? 9 : 17;
    }

    private static Mp3Index xing(SoundBytes bytes, long xing, long end) throws IOException {
        if (xing + 12 > end) {
            return new Mp3Index(-1, 0, 0);
        }
        int flags = (int) bytes.u32(xing + 4);
        long frames = (flags & HAS_FRAMES) == 0 ? -1 : bytes.u32(xing + 8);
        long encoder = xing
                + 8
                + ((flags & HAS_FRAMES) == 0 ? 0 : 4)
                + ((flags & HAS_BYTES) == 0 ? 0 : 4)
                + ((flags & HAS_TABLE) == 0 ? 0 : TABLE_BYTES)
                + ((flags & HAS_QUALITY) == 0 ? 0 : 4);
        if (encoder + DELAYS + 3 > end || !tellsDelays(bytes, encoder)) {
            return new Mp3Index(frames, 0, 0);
        }
        int before = bytes.u16(encoder + DELAYS) >> 4;
        int after = bytes.u16(encoder + DELAYS + 1) & 0xFFF;
        return new Mp3Index(frames, before + DECODER_DELAY, Math.max(0, after - DECODER_DELAY));
    }

    /** LAME's extension of Xing's frame, which FFmpeg writes too. */
    private static boolean tellsDelays(SoundBytes bytes, long encoder) throws IOException {
        return bytes.says(encoder, "LAME") || bytes.says(encoder, "Lavf") || bytes.says(encoder, "Lavc");
    }
}
