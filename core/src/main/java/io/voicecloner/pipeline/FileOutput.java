package io.voicecloner.pipeline;

import io.voicecloner.spi.AudioOutput;
import java.io.IOException;
import java.io.OutputStream;

/** Speech on its way into a file. Until it is whole the file is what it was before. */
final class FileOutput implements AudioOutput {
    private final PartialFile part;

    FileOutput(PartialFile part) {
        this.part = part;
    }

    @Override
    public OutputStream open() throws IOException {
        return part.open();
    }

    @Override
    public boolean canBeginAnew() {
        return true;
    }
}
