package io.voicecloner.emulator;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** JSON with audio in hex at one place of it, which is only ever made piece by piece. */
final class HexJson {
    /** Stands where the hex is to come; nothing else in an answer looks like it. */
    static final String PLACE = "#audio in hex#";

    private static final int PIECE_BYTES = 16 * 1024;

    private final byte[] before;
    private final byte[] after;

    private HexJson(byte[] before, byte[] after) {
        this.before = before;
        this.after = after;
    }

    /** One of its strings is {@link #PLACE}. */
    static HexJson of(JsonObject json) {
        String text = json.toString();
        int place = text.indexOf(PLACE);
        return new HexJson(bytes(text.substring(0, place)), bytes(text.substring(place + PLACE.length())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    long length(long audioBytes) {
        return before.length + 2 * audioBytes + after.length;
    }

    void writeTo(OutputStream out, InputStream audio) throws IOException {
        out.write(before);
        for (byte[] piece = audio.readNBytes(PIECE_BYTES); piece.length > 0; piece = audio.readNBytes(PIECE_BYTES)) {
            out.write(bytes(HexFormat.of().formatHex(piece)));
        }
        out.write(after);
    }
}
