package io.voicecloner.emulator;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The formats every provider takes (spec/000, spec/002), told by their first bytes: a file's name proves nothing. */
enum AudioFormat {
    MP3("mp3", "audio/mpeg"),
    M4A("m4a", "audio/mp4"),
    WAV("wav", "audio/wav");

    /** How many bytes {@link #of} needs to see. */
    static final int MAGIC_BYTES = 12;

    private final String extension;
    private final String contentType;

    AudioFormat(String extension, String contentType) {
        this.extension = extension;
        this.contentType = contentType;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }

    static @Nullable AudioFormat of(byte[] start) {
        if (says(start, 0, "RIFF") && says(start, 8, "WAVE")) {
            return WAV;
        }
        if (says(start, 4, "ftyp")) {
            return M4A;
        }
        return says(start, 0, "ID3") || isLayerThreeFrame(start) ? MP3 : null;
    }

    private static boolean says(byte[] start, int offset, String word) {
        byte[] expected = word.getBytes(StandardCharsets.US_ASCII);
        if (start.length < offset + expected.length) {
            return false;
        }
        return new String(start, offset, expected.length, StandardCharsets.US_ASCII).equals(word);
    }

    /** Eleven sync bits, a version that is not the reserved one, layer III: this leaves out AAC in ADTS, which has layer 0. */
    private static boolean isLayerThreeFrame(byte[] start) {
        return start.length >= 2
                && (start[0] & 0xFF) == 0xFF
                && (start[1] & 0xE0) == 0xE0
                && (start[1] & 0x18) != 0x08
                && (start[1] & 0x06) == 0x02;
    }
}
