package io.voicecloner.emulator;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Tells the format and the duration of a recording from its bytes; its name proves nothing. The file is walked through once, a
 * few kilobytes at a time, and whatever its bytes claim, the work is bounded by their number.
 *
 * <p>No document says how a provider measures. A voice is cloned from decoded samples, so that is what is measured here: the
 * silence that encoders of mp3 and AAC put around the sound does not count where the file tells how much it is, as decoders drop
 * it then. A recording of 10.000 s is 10.000 s in each format.
 */
final class SoundReader {
    private SoundReader() {}

    /** Null when it is none of the formats, or nothing can be heard in it. */
    static @Nullable Sound read(Path file) throws IOException {
        try (SoundBytes bytes = SoundBytes.open(file)) {
            if (bytes.says(0, "RIFF")) {
                return WavReader.read(bytes);
            }
            if (bytes.says(4, "ftyp")) {
                return M4aReader.read(bytes);
            }
            return Mp3Reader.read(bytes);
        } catch (UnreadableSoundException | ArithmeticException e) {
            // Arithmetic: lengths whose sum leaves 64 bits.
            return null;
        }
    }
}
