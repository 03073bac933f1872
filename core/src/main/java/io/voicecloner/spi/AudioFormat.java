package io.voicecloner.spi;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The containers that every provider known today takes ({@code spec/000}, {@code spec/002}), told apart by their first bytes. */
public enum AudioFormat {
    MP3("audio/mpeg"),
    M4A("audio/mp4"),
    WAV("audio/wav");

    /** How many bytes {@link #of} wants to see. */
    public static final int MAGIC_BYTES = 12;

    private final String mediaType;

    AudioFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Judges a file by its first bytes; empty if it is none of these. Names and extensions do not count. */
    public static Optional<AudioFormat> of(byte[] head) {
        if (startsWith(head, 0, "RIFF") && startsWith(head, 8, "WAVE")) {
            return Optional.of(WAV);
        }
        if (startsWith(head, 4, "ftyp")) {
            return Optional.of(M4A);
        }
        if (startsWith(head, 0, "ID3") || isLayerThreeFrame(head)) {
            return Optional.of(MP3);
        }
        return Optional.empty();
    }

    /** The file name extension, without a dot: {@code mp3}. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The media type for a {@code Content-Type} header. */
    public String mediaType() {
        return mediaType;
    }

    private static boolean startsWith(byte[] head, int offset, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.US_ASCII);
        if (head.length < offset + expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (head[offset + i] != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Eleven set bits of frame sync, a version that is not "reserved", and the two bits 01 of Layer III. */
    private static boolean isLayerThreeFrame(byte[] head) {
        return head.length >= 2
                && (head[0] & 0xFF) == 0xFF
                && (head[1] & 0xE0) == 0xE0
                && (head[1] & 0x18) != 0x08
                && (head[1] & 0x06) == 0x02;
    }
}
