package io.voicecloner.emulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A tar archive in the format of POSIX 1003.1-1988, ustar, written as it is read. */
record TarFile(List<Entry> entries) {
    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;

    /** A regular file; its name is ASCII and no longer than 100 characters. */
    record Entry(String name, long size, Answer.Content content) {}

    long bytes() {
        long blocks = 2;
        for (Entry entry : entries) {
            blocks += 1 + (entry.size() + BLOCK - 1) / BLOCK;
        }
        return blocks * BLOCK;
    }

    void writeTo(OutputStream out) throws IOException {
        for (Entry entry : entries) {
            out.write(header(entry));
            entry.content().writeTo(out);
            out.write(new byte[(int) (-entry.size() & (BLOCK - 1))]);
        }
        out.write(new byte[2 * BLOCK]);
    }

    private static byte[] header(Entry entry) {
        byte[] header = new byte[BLOCK];
        put(header, 0, entry.name());
        put(header, 100, "0000644\0");
        put(header, 108, "0000000\0");
        put(header, 116, "0000000\0");
        put(header, 124, octal(11, entry.size()) + " ");
        put(header, 136, octal(11, 0) + " ");
        put(header, CHECKSUM, "        ");
        put(header, 156, "0");
        put(header, 257, "ustar\00000");
        int sum = 0;
        for (byte each : header) {
            sum += Byte.toUnsignedInt(each);
        }
        put(header, CHECKSUM, octal(6, sum) + "\0 ");
        return header;
    }

    private static String octal(int digits, long value) {
        return String.format(Locale.ROOT, "%0" + digits + "o", value);
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }
}
