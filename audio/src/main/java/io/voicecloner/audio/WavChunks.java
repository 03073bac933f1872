package io.voicecloner.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Just enough of a WAV file's structure to tell a codec that the JDK does not read from damage, and to keep the JDK's readers from
 * files of nothing but chunks.
 *
 * @param tag the codec by its number; 0 if there is none
 * @param plausible whether the format says that there is something to hear
 * @param soundBytes how many there are, as far as the file reaches
 */
record WavChunks(int tag, boolean plausible, long soundBytes) {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FORMAT = 14;

    /** Between the header and the sound; there are rarely more than five. */
    private static final int MOST = 10_000;

    static WavChunks of(Source source) throws IOException {
        boolean plausible = false;
        int tag = 0;
        try (InputStream in = source.openAt(RIFF_HEADER)) {
            long position = RIFF_HEADER;
            for (int chunks = 0; chunks < MOST; chunks++) {
                byte[] header = in.readNBytes(CHUNK_HEADER);
                if (header.length < CHUNK_HEADER) {
                    return new WavChunks(tag, plausible, 0);
                }
                position += CHUNK_HEADER;
                long size = number(header, 4, 4);
                if (is(header, "data")) {
                    return new WavChunks(tag, plausible, source.length() - position);
                }
                long rest = size;
                if (is(header, "fmt ") && size >= FORMAT) {
                    byte[] format = in.readNBytes(FORMAT);
                    tag = (int) number(format, 0, 2);
                    plausible = tag != 0 && number(format, 2, 2) > 0 && number(format, 4, 4) > 0;
                    rest -= FORMAT;
                    position += FORMAT;
                }
                in.skipNBytes(rest);
                position += rest + (size % 2 == 0 ? 0 : padding(in));
            }
            throw new IOException("too many chunks");
        } catch (EOFException e) {
            return new WavChunks(tag, plausible, 0);
        }
    }

    String codec() {
        return switch (tag) {
            case 0x02, 0x11 -> "WAV with ADPCM sound";
            case 0x50, 0x55 -> "WAV with MPEG sound";
            default -> String.format(Locale.ROOT, "WAV with sound of format 0x%04X", tag);
        };
    }

    /** How many bytes fill up a chunk of odd size: one, but some programs forget it. */
    private static int padding(InputStream in) throws IOException {
        in.mark(1);
        if (in.read() == 0) {
            return 1;
        }
        in.reset();
        return 0;
    }

    private static boolean is(byte[] header, String name) {
        for (int i = 0; i < name.length(); i++) {
            if (header[i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Little-endian and unsigned; what is beyond the end counts as zero. */
    private static long number(byte[] bytes, int offset, int count) {
        long number = 0;
        for (int i = count - 1; i >= 0; i--) {
            number = number << 8 | (offset + i < bytes.length ? bytes[offset + i] & 0xFF : 0);
        }
        return number;
    }
}
