package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Audio as server-sent events: a line {@code data: {...}} and an empty one for each chunk, at once and as fast as the client reads.
 * Can be written more than once.
 */
final class SpeechStream implements Answer.Content {

    /** So that ten seconds of a well compressed voice are several chunks; how large real ones are is not documented. */
    static final int CHUNK_BYTES = 8 * 1024;

    private final SpokenAudio audio;
    private final SpeechShape shape;
    private final boolean aggregated;

    SpeechStream(SpokenAudio audio, SpeechShape shape, boolean aggregated) {
        this.audio = audio;
        this.shape = shape;
        this.aggregated = aggregated;
    }

    Answer answer() {
        return new Answer(200, "text/event-stream", Answer.UNTOLD, this, Map.of());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = audio.open()) {
            for (byte[] chunk = in.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = in.readNBytes(CHUNK_BYTES)) {
                event(out, shape.chunk(HexFormat.of().formatHex(chunk)));
            }
        }
        if (aggregated) {
            try (InputStream in = audio.open()) {
                event(out, HexJson.of(shape.aggregatedEnd(HexJson.PLACE)), in);
            }
        } else {
            event(out, shape.end());
        }
    }

    private static void event(OutputStream out, JsonObject data) throws IOException {
        write(out, "data: " + data + "\n\n");
        out.flush();
    }

    private static void event(OutputStream out, HexJson data, InputStream audio) throws IOException {
        write(out, "data: ");
        data.writeTo(out, audio);
        write(out, "\n\n");
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
