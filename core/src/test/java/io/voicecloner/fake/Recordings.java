package io.voicecloner.fake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recordings of nothing. */
public final class Recordings {
    private Recordings() {}

    /** As many bytes as asked for, beginning as a wav file does. */
    public static byte[] wav(int bytes) {
        byte[] audio = new byte[bytes];
        byte[] head = "RIFF....WAVEfmt ".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, audio, 0, Math.min(head.length, bytes));
        return audio;
    }

    /** The same in a file. */
    public static Path wavFile(Path directory, int bytes) throws IOException {
        return Files.write(directory.resolve("recording-" + bytes + ".wav"), wav(bytes));
    }
}
