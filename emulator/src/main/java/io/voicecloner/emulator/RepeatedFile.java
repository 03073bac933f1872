package io.voicecloner.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file, so many times one after another. */
final class RepeatedFile extends InputStream {
    private final Path file;
    private int left;
    private InputStream current = InputStream.nullInputStream();

    RepeatedFile(Path file, int times) {
        this.file = file;
        left = times;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = current.read(bytes, offset, length);
        while (read < 0 && left > 0) {
            current.close();
            current = Files.newInputStream(file);
            left--;
            read = current.read(bytes, offset, length);
        }
        return read;
    }

    @Override
    public void close() throws IOException {
        left = 0;
        current.close();
    }
}
