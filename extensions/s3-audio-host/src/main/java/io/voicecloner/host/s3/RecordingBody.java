package io.voicecloner.host.s3;

import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Streams a recording from its source, once. */
final class RecordingBody extends RequestBody {
    private final PreparedAudio.Content audio;
    private volatile boolean begun;

    RecordingBody(PreparedAudio.Content audio) {
        this.audio = audio;
    }

    /** Whether there was a connection to write it to. */
    boolean begun() {
        return begun;
    }

    @Override
    public MediaType contentType() {
        return MediaType.get(audio.format().mediaType());
    }

    @Override
    public long contentLength() {
        return audio.length();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        begun = true;
        byte[] piece = new byte[16 * 1024];
        long sent = 0;
        try (InputStream in = open()) {
            for (int read = read(in, piece); read >= 0; read = read(in, piece)) {
                sent += read;
                if (sent > audio.length()) {
                    throw new Unreadable("the recording grew while it was sent", null);
                }
                sink.write(piece, 0, read);
            }
        }
        if (sent < audio.length()) {
            throw new Unreadable("the recording shrank while it was sent", null);
        }
    }

    private InputStream open() throws Unreadable {
        try {
            return audio.open();
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("the recording cannot be opened any more", e);
        }
    }

    private static int read(InputStream in, byte[] piece) throws Unreadable {
        try {
            return in.read(piece);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("the recording cannot be read any more", e);
        }
    }

    /** The recording failed, not the connection. */
    static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message, @org.jspecify.annotations.Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
