package io.voicecloner.http;

import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** As many zeros as wanted, made while they are read; counts how many were. */
final class CountingStream extends InputStream {
    private final long length;
    private final AtomicLong read;

    CountingStream(long length, AtomicLong read) {
        this.length = length;
        this.read = read;
    }

    @Override
    public int read() {
        return read.get() < length ? (int) (read.getAndIncrement() * 0) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int count) {
        int given = (int) Math.min(count, length - read.get());
        read.addAndGet(Math.max(given, 0));
        return given > 0 ? given : -1;
    }
}
