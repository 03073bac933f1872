package io.voicecloner.http;

import io.voicecloner.spi.AudioOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Hears what is spoken, and counts how often it was begun and ended. */
final class Ear implements AudioOutput {
    private final boolean canBeginAnew;
    private ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private int opened;
    private int closed;

    private Ear(boolean canBeginAnew) {
        this.canBeginAnew = canBeginAnew;
    }

    /** What was heard stays heard. */
    static Ear human() {
        return new Ear(false);
    }

    /** As a file, which is begun anew. */
    static Ear tape() {
        return new Ear(true);
    }

    byte[] heard() {
        return heard.toByteArray();
    }

    int opened() {
        return opened;
    }

    int closed() {
        return closed;
    }

    @Override
    public OutputStream open() {
        opened++;
        heard = new ByteArrayOutputStream();
        return new OutputStream() {
            @Override
            public void write(int b) {
                heard.write(b);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                heard.write(bytes, offset, length);
            }

            @Override
            public void close() throws IOException {
                closed++;
            }
        };
    }

    @Override
    public boolean canBeginAnew() {
        return canBeginAnew;
    }
}
