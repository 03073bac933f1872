package io.voicecloner.http;

import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import okhttp3.MediaType;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** Streams a recording from its source, piece by piece, telling the scope how far it has come. */
public final class RecordingBody extends RequestBody {
    private final PreparedAudio.Content audio;
    private final Step step;
    private final CallScope scope;

    private RecordingBody(PreparedAudio.Content audio, Step step, CallScope scope) {
        this.audio = audio;
        this.step = step;
        this.scope = scope;
    }

    /**
     * A recording as the file part of a multipart form, under a name that the library made.
     *
     * @param field the part's name
     * @param fileName the name for the wire; never the caller's own
     */
    public static MultipartBody.Part part(
            String field, String fileName, PreparedAudio.Content audio, Step step, CallScope scope) {
        return MultipartBody.Part.createFormData(field, fileName, new RecordingBody(audio, step, scope));
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
        byte[] piece = new byte[16 * 1024];
        long sent = 0;
        try (InputStream in = open()) {
            for (int read = read(in, piece); read >= 0; read = read(in, piece)) {
                if (sent + read > audio.length()) {
                    throw new RecordingException("the recording grew while it was sent", null);
                }
                sink.write(piece, 0, read);
                sent += read;
                scope.progress(step, sent, audio.length());
            }
        }
        if (sent < audio.length()) {
            throw new RecordingException("the recording shrank while it was sent", null);
        }
    }

    private InputStream open() throws RecordingException {
        try {
            return audio.open();
        } catch (IOException e) {
            throw new RecordingException("the recording cannot be opened any more", e);
        }
    }

    private static int read(InputStream in, byte[] piece) throws RecordingException {
        try {
            return in.read(piece);
        } catch (IOException e) {
            throw new RecordingException("the recording cannot be read any more", e);
        }
    }
}
