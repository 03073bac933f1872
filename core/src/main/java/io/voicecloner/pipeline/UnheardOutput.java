package io.voicecloner.pipeline;

import io.voicecloner.spi.AudioOutput;
import java.io.OutputStream;

/** Speech that nobody wants to hear. */
final class UnheardOutput implements AudioOutput {
    @Override
    public OutputStream open() {
        return OutputStream.nullOutputStream();
    }

    @Override
    public boolean canBeginAnew() {
        return true;
    }
}
