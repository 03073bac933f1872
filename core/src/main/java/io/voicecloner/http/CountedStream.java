package io.voicecloner.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes over a connection, no more than it is allowed. */
final class CountedStream extends FilterInputStream {
    private final Allowance allowance;

    CountedStream(InputStream in, Allowance allowance) {
        super(in);
        this.allowance = allowance;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        counted(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        counted(Math.max(0, read));
        return read;
    }

    private void counted(int bytes) throws IOException {
        allowance.take(bytes);
    }
}
