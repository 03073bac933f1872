package io.voicecloner.audio;

import io.voicecloner.spi.PreparedAudio;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The caller's recording. Remembers its failures, because a library may swallow them or they may be taken for its own, and how
 * much time the libraries spend on it.
 */
final class Source {
    /** Far more than any recording of 20 MB has ever taken. Waiting for the caller's stream does not count. */
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final int BUFFER = 16 * 1024;

    private final PreparedAudio.Opener opener;
    private final long length;
    private final Stopwatch parsing;
    private @Nullable IOException failure;

    Source(PreparedAudio.Opener opener, long length) {
        this(opener, length, new Stopwatch(PATIENCE));
    }

    Source(PreparedAudio.Opener opener, long length, Stopwatch parsing) {
        this.opener = opener;
        this.length = length;
        this.parsing = parsing;
    }

    long length() {
        return length;
    }

    /** Opens it from the beginning. */
    InputStream open() throws IOException {
        return openAt(0, length);
    }

    /** Opens it at a position, up to its end. */
    InputStream openAt(long position) throws IOException {
        return openAt(position, length);
    }

    /** Opens it at a position, to end before another. */
    InputStream openAt(long position, long end) throws IOException {
        RecordingStream in = new RecordingStream(opened(), end, parsing, this::failed);
        try {
            in.skipNBytes(position);
            return new BufferedInputStream(in, BUFFER);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Throws what the caller's recording has thrown, if it has. */
    void passOnFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    boolean outOfTime() {
        return parsing.ranOut();
    }

    private InputStream opened() throws IOException {
        try {
            return opener.open();
        } catch (IOException e) {
            throw failed(e);
        } catch (RuntimeException e) {
            throw failed(new IOException("the recording could not be opened", e));
        }
    }

    private IOException failed(IOException e) {
        if (failure == null) {
            failure = e;
        }
        return e;
    }
}
