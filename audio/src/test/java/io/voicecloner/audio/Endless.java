package io.voicecloner.audio;

import java.io.InputStream;

/** A large file that is nowhere held: a beginning, then the same piece over and over. */
final class Endless extends InputStream {
    private final byte[] beginning;
    private final byte[] piece;
    private long position;

    Endless(byte[] beginning, byte[] piece) {
        this.beginning = beginning;
        this.piece = piece;
    }

    @Override
    public int read() {
        long at = position++;
        byte next = at < beginning.length ? beginning[(int) at] : piece[(int) ((at - beginning.length) % piece.length)];
        return next & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int wanted) {
        for (int i = 0; i < wanted; i++) {
            buffer[offset + i] = (byte) read();
        }
        return wanted;
    }

    @Override
    public long skip(long wanted) {
        position += wanted;
        return wanted;
    }
}
