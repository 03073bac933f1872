package io.voicecloner.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/** Standard output for audio: one that cannot be written, such as a pipe that nobody reads any more, is an error here. */
final class AudioToStandardOutput extends OutputStream {
    private final PrintStream out;

    AudioToStandardOutput(PrintStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        out.write(octet);
        check();
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        check();
    }

    @Override
    public void flush() throws IOException {
        check();
    }

    private void check() throws IOException {
        if (out.checkError()) {
            throw new IOException("standard output cannot be written");
        }
    }
}
