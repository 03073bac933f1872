package io.voicecloner.http;

import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import io.voicecloner.Reason;
import java.io.IOException;
import okio.Buffer;
import okio.BufferedSink;
import okio.BufferedSource;
import okio.Okio;

/**
 * Reads a JSON object that holds audio, without holding it: the audio is led off, and what is left is an answer like any other. The audio is
 * the string {@code audio}, at the top or in {@code data}: hosts were seen to write it either way (wire-facts 1.4, 2.4). In its place
 * stands an empty string, or the link if it was one.
 */
final class SpokenJson {
    /** Far above what an honest answer says beside the audio. */
    private static final long LONGEST_REST = 256 * 1024;

    private static final long LONGEST_LINK = 8 * 1024;

    /** No letter has this byte. The parser takes it for the end of what it reads. */
    private static final byte TAKEN_FOR_THE_END = (byte) 0xFF;

    private final HexAudio.Taker taker;
    private final Buffer rest = new Buffer();
    private boolean ledOff;

    private SpokenJson(HexAudio.Taker taker) {
        this.taker = taker;
    }

    /** What is left when the audio was led off. Reads to the end of the source. */
    static byte[] read(BufferedSource source, HexAudio.Taker taker) throws IOException {
        SpokenJson json = new SpokenJson(taker);
        JsonReader reader = JsonReader.of(source);
        if (reader.peek() != JsonReader.Token.BEGIN_OBJECT) {
            throw new UnreadableReplyException(Reason.NOT_JSON, "the answer is not a JSON object");
        }
        try (JsonWriter writer = JsonWriter.of(json.rest)) {
            json.copyObject(reader, writer, true);
        }
        if (reader.peek() != JsonReader.Token.END_DOCUMENT || source.indexOf(TAKEN_FOR_THE_END) >= 0) {
            throw new UnreadableReplyException(Reason.NOT_JSON, "something follows the answer");
        }
        return json.rest.readByteArray();
    }

    private void copyObject(JsonReader reader, JsonWriter writer, boolean atTheTop) throws IOException {
        reader.beginObject();
        writer.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            writer.name(name);
            boolean text = reader.peek() == JsonReader.Token.STRING;
            if (name.equals("audio") && text) {
                writer.value(audio(reader));
            } else if (atTheTop && name.equals("data") && reader.peek() == JsonReader.Token.BEGIN_OBJECT) {
                copyObject(reader, writer, false);
            } else {
                copy(reader, writer);
            }
            if (rest.size() > LONGEST_REST) {
                throw tooLong();
            }
        }
        reader.endObject();
        writer.endObject();
    }

    /** The link if it is one, or nothing. */
    private String audio(JsonReader reader) throws IOException {
        try (BufferedSource value = reader.nextSource()) {
            value.skip(1);
            byte first = value.peek().readByte();
            if (first == 'h' || first == 'H') {
                return link(value);
            }
            boolean another = ledOff;
            HexAudio.read(value, (piece, length) -> take(piece, length, another));
            return "";
        }
    }

    /** Hosts differ in where the audio stands; in both places it would be heard twice. */
    private void take(byte[] piece, int length, boolean another) throws IOException {
        if (length > 0 && another) {
            throw new UnreadableReplyException(Reason.UNREADABLE, "the answer holds audio twice");
        }
        ledOff |= length > 0;
        taker.take(piece, length);
    }

    private static String link(BufferedSource value) throws IOException {
        Buffer quoted = new Buffer().writeByte('"');
        while (quoted.size() <= LONGEST_LINK) {
            if (value.read(quoted, LONGEST_LINK) < 0) {
                return JsonReader.of(quoted).nextString();
            }
        }
        throw new UnreadableReplyException(Reason.UNREADABLE, "the link to the audio is longer than any honest one");
    }

    private void copy(JsonReader reader, JsonWriter writer) throws IOException {
        try (BufferedSource value = reader.nextSource();
                BufferedSink sink = writer.valueSink()) {
            long left = LONGEST_REST;
            Buffer piece = new Buffer();
            for (long read = value.read(piece, 8192); read >= 0; read = value.read(piece, 8192)) {
                left -= read;
                if (left < 0) {
                    throw tooLong();
                }
                sink.write(piece, piece.size());
            }
        }
    }

    private static UnreadableReplyException tooLong() {
        return new UnreadableReplyException(
                Reason.TOO_LARGE, "the answer is longer than " + LONGEST_REST + " bytes beside its audio");
    }

    /** A source of which no more is read than this. */
    static BufferedSource upTo(long most, BufferedSource source) {
        return Okio.buffer(new CappedSource(source, most));
    }
}
