package io.voicecloner.pipeline;

import io.voicecloner.AudioChunks;
import io.voicecloner.spi.AudioOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** Speech that is handed out as it comes, and cannot be taken back. */
final class HeardOutput implements AudioOutput {
    private final AudioChunks listener;

    private HeardOutput(AudioChunks listener) {
        this.listener = listener;
    }

    static HeardOutput of(AudioChunks chunks) {
        return new HeardOutput(Objects.requireNonNull(chunks, "target"));
    }

    /** Into a stream that stays open. */
    static HeardOutput of(OutputStream stream) {
        return new HeardOutput(stream::write);
    }

    @Override
    public OutputStream open() {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                listener.accept(new byte[] {(byte) b});
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (length > 0) {
                    listener.accept(Arrays.copyOfRange(bytes, offset, offset + length));
                }
            }
        };
    }

    @Override
    public boolean canBeginAnew() {
        return false;
    }
}
