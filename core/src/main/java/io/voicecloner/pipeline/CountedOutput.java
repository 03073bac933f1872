package io.voicecloner.pipeline;

import io.voicecloner.spi.AudioOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Speech on its way, and how much of it there is. */
final class CountedOutput implements AudioOutput {
    private final AudioOutput output;
    private final AtomicLong bytes = new AtomicLong();

    CountedOutput(AudioOutput output) {
        this.output = output;
    }

    /** Since it was begun last. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public OutputStream open() throws IOException {
        bytes.set(0);
        return new FilterOutputStream(output.open()) {
            @Override
            public void write(byte[] piece, int offset, int length) throws IOException {
                out.write(piece, offset, length);
                bytes.addAndGet(length);
            }
        };
    }

    @Override
    public boolean canBeginAnew() {
        return output.canBeginAnew();
    }
}
