package io.voicecloner.fake;

import java.io.IOException;
import java.io.InputStream;

/** Gives some pieces, then fails. */
public final class BrokenStream extends InputStream {
    private final Exception failure;
    private int piecesLeft;

    public BrokenStream(int pieces, Exception failure) {
        this.piecesLeft = pieces;
        this.failure = failure;
    }

    @Override
    public int read() throws IOException {
        return read(new byte[1], 0, 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (piecesLeft-- > 0) {
            return Math.min(length, 1_000);
        }
        if (failure instanceof IOException checked) {
            throw checked;
        }
        throw new IllegalStateException(failure.getMessage(), failure);
    }
}
