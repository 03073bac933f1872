package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * Audio as server-sent events: a line {@code data: {...}} and an empty one for each chunk, as fast as the client reads. Can be
 * written more than once.
 */
final class SpeechStream implements Answer.Content {

    /** So that ten seconds of a well compressed voice are several chunks; how large real ones are is not documented. */
    static final int CHUNK_BYTES = 8 * 1024;

    private final SpokenAudio audio;
    private final SpeechShape shape;
    private final boolean aggregated;
    private final StreamTrouble trouble;

    SpeechStream(SpokenAudio audio, SpeechShape shape, boolean aggregated) {
        this(audio, shape, aggregated, StreamTrouble.NONE);
    }

    private SpeechStream(SpokenAudio audio, SpeechShape shape, boolean aggregated, StreamTrouble trouble) {
        this.audio = audio;
        this.shape = shape;
        this.aggregated = aggregated;
        this.trouble = trouble;
    }

    SpeechStream with(StreamTrouble met) {
        return new SpeechStream(audio, shape, aggregated || met.whole(), met);
    }

    /** Whether the connection is to end when all is written. */
    boolean isCut() {
        return trouble.cuts();
    }

    Answer answer() {
        return new Answer(200, "text/event-stream", Answer.UNTOLD, this, Map.of());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        if (writeChunks(out) && !trouble.endless()) {
            writeEnd(out);
        }
    }

    /** False when the stream was cut. */
    private boolean writeChunks(OutputStream out) throws IOException {
        int number = 0;
        try (InputStream in = audio.open()) {
            for (byte[] chunk = in.readNBytes(CHUNK_BYTES); chunk.length > 0; chunk = in.readNBytes(CHUNK_BYTES)) {
                if (number == trouble.cutAfter()) {
                    return false;
                }
                number++;
                writeChunk(out, shape.chunk(HexFormat.of().formatHex(chunk)), number);
            }
        }
        return number != trouble.cutAfter();
    }

    private void writeChunk(OutputStream out, JsonObject chunk, int number) throws IOException {
        String json = chunk.toString();
        event(out, number == trouble.broken() ? json.substring(0, json.length() / 2) : json);
        if (number == trouble.repeated()) {
            event(out, json);
        }
    }

    private void writeEnd(OutputStream out) throws IOException {
        if (!aggregated) {
            event(out, shape.end().toString());
            return;
        }
        try (InputStream in = audio.open()) {
            write(out, "data: ");
            HexJson.of(shape.aggregatedEnd(HexJson.PLACE)).writeTo(out, in);
            write(out, "\n\n");
            out.flush();
        }
    }

    private static void event(OutputStream out, String data) throws IOException {
        write(out, "data: " + data + "\n\n");
        out.flush();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
