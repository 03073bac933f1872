package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioInspector;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Asks Apache Tika what a recording is, metadata-extractor about M4A and the JDK's own sound readers about WAV, and walks over
 * the frames of an MP3. Nothing is loaded before the first recording comes; then Tika may take a few tenths of a second, once. A
 * recording is read as a stream, up to four times, and never past the declared length. Thread-safe.
 *
 * <p>What cannot be measured is let through with a warning: fragmented M4A, WAV other than plain samples. Not told from AAC:
 * other codecs that an MP4 file declares as {@code mp4a}.
 */
public final class RecordingInspector implements AudioInspector {
    /** For {@link java.util.ServiceLoader}. */
    public RecordingInspector() {}

    @Override
    public AudioFacts inspect(PreparedAudio.Opener recording, long length) throws IOException {
        if (length <= 0) {
            return Findings.fault(Optional.empty(), "no-sound", "is empty");
        }
        Source source = new Source(recording, length);
        byte[] head = head(source);
        if (Wav.isWav(head)) {
            return Guarded.look(source, Optional.of(AudioFormat.WAV), () -> Wav.inspect(source, head));
        }
        if (AudioFormat.of(head).equals(Optional.of(AudioFormat.M4A))) {
            return Guarded.look(source, Optional.of(AudioFormat.M4A), () -> Mp4.inspect(source));
        }
        return Guarded.look(source, AudioFormat.of(head), () -> Mp3.inspect(source));
    }

    private static byte[] head(Source source) throws IOException {
        try (InputStream in = source.open()) {
            return in.readNBytes(AudioFormat.MAGIC_BYTES);
        }
    }
}
