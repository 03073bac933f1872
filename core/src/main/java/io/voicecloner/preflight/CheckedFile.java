package io.voicecloner.preflight;

import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A file that was checked, opened again to be sent. Between the two it may have become another one, behind a symbolic link for
 * example, so that size and container are looked at once more, on what was really opened.
 */
record CheckedFile(Path file, long length, Optional<AudioFormat> magic) implements PreparedAudio.Opener {
    /** @param length as it was checked */
    static CheckedFile of(Path file, long length) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new CheckedFile(file, length, AudioFormat.of(in.readNBytes(AudioFormat.MAGIC_BYTES)));
        }
    }

    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            byte[] head = Channels.newInputStream(channel).readNBytes(AudioFormat.MAGIC_BYTES);
            if (channel.size() != length || !AudioFormat.of(head).equals(magic)) {
                throw new IOException("it is not the file that was checked any more");
            }
            channel.position(0);
            return Channels.newInputStream(channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
