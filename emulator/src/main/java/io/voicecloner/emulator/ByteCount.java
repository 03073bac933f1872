package io.voicecloner.emulator;

import java.io.OutputStream;

/** Counts what is written to it and forgets it. */
final class ByteCount extends OutputStream {
    private long bytes;

    long bytes() {
        return bytes;
    }

    @Override
    public void write(int b) {
        bytes++;
    }

    @Override
    public void write(byte[] b, int offset, int length) {
        bytes += length;
    }
}
