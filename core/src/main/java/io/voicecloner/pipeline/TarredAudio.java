package io.voicecloner.pipeline;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Takes the audio out of an archive: the speech of a long text was seen to come in a tar file, beside what is known of it, and documented as plain
 * audio. The format is POSIX's {@code ustar}: blocks of 512 bytes, a header before each file.
 */
final class TarredAudio {
    private static final int BLOCK = 512;
    private static final int MAGIC = 257;
    private static final int SUM = 148;
    private static final List<String> AUDIO =
            List.of(".mp3", ".wav", ".flac", ".pcm", ".opus", ".pcmu_raw", ".pcmu_wav");

    private TarredAudio() {}

    /** It is no fault of whoever wants the audio. */
    static final class UnreadableArchiveException extends IOException {
        private static final long serialVersionUID = 1L;

        UnreadableArchiveException(String what) {
            super(what);
        }
    }

    /** The audio in the archive, or the file itself if it is none. Closing it closes the file. */
    static InputStream unpacked(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, 16 * 1024);
        in.mark(BLOCK);
        byte[] head = in.readNBytes(BLOCK);
        in.reset();
        return isHeader(head) ? audioIn(in) : in;
    }

    private static boolean isHeader(byte[] block) {
        return block.length == BLOCK
                && (new String(block, MAGIC, 5, StandardCharsets.US_ASCII).equals("ustar") || isSummedUp(block));
    }

    /** Older archives have no mark: only the sum of the header's bytes, that of the sum itself taken as blanks. */
    private static boolean isSummedUp(byte[] block) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= SUM && i < SUM + 8 ? ' ' : block[i] & 0xFF;
        }
        String said = text(block, SUM, 8).strip();
        return said.matches("[0-7]{1,7}") && Integer.parseInt(said, 8) == sum;
    }

    private static InputStream audioIn(InputStream archive) throws IOException {
        for (byte[] head = archive.readNBytes(BLOCK); isHeader(head); head = archive.readNBytes(BLOCK)) {
            long size = octal(Arrays.copyOfRange(head, 124, 136));
            String name = text(head, 0, 100).toLowerCase(Locale.ROOT);
            boolean isFile = head[156] == '0' || head[156] == 0;
            if (isFile && AUDIO.stream().anyMatch(name::endsWith)) {
                return new Entry(archive, size);
            }
            try {
                archive.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
            } catch (EOFException e) {
                throw cutOff();
            }
        }
        throw new UnreadableArchiveException("the archive that came holds no audio");
    }

    private static IOException cutOff() {
        return new UnreadableArchiveException("the archive that came is cut off");
    }

    private static String text(byte[] block, int from, int length) {
        String field = new String(block, from, length, StandardCharsets.UTF_8);
        int end = field.indexOf('\0');
        return end < 0 ? field : field.substring(0, end);
    }

    private static long octal(byte[] digits) throws IOException {
        String number = text(digits, 0, digits.length).strip();
        if (!number.matches("[0-7]{1,11}")) {
            throw new UnreadableArchiveException("the archive that came cannot be read");
        }
        return Long.parseLong(number, 8);
    }

    /** One file of an archive, which must be there to its end. */
    private static final class Entry extends FilterInputStream {
        private long left;

        Entry(InputStream archive, long size) {
            super(archive);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = super.read(into, offset, (int) Math.min(left, length));
            if (read < 0) {
                throw cutOff();
            }
            left -= read;
            return read;
        }
    }
}
