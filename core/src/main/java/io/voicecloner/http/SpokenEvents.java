package io.voicecloner.http;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import io.voicecloner.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import okio.Buffer;
import okio.BufferedSource;
import okio.ByteString;
import okio.Okio;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of events ({@code text/event-stream}), each a JSON object with a piece of audio: {@code status} 1 while there is more, 2 with the
 * last one, at the top or in {@code data} (wire-facts 1.4, 2.4).
 */
final class SpokenEvents {
    private static final JsonAdapter<Object> ANY = new Moshi.Builder().build().adapter(Object.class);
    private static final int LONGEST_FIELD_NAME = 32;

    /** One may stand before everything, and says nothing. */
    private static final ByteString BYTE_ORDER_MARK = ByteString.decodeHex("efbbbf");

    private final BufferedSource stream;
    private final AudioTap tap;
    private final HeardAudio heard = new HeardAudio();

    private SpokenEvents(BufferedSource stream, AudioTap tap) {
        this.stream = stream;
        this.tap = tap;
    }

    /**
     * Leads the audio off, and gives the event that ended the stream without it.
     *
     * @throws UnreadableReplyException if the stream ended before its last piece
     */
    static byte[] read(BufferedSource stream, AudioTap tap) throws IOException {
        return new SpokenEvents(stream, tap).read();
    }

    private byte[] read() throws IOException {
        byte[] last = {};
        if (stream.rangeEquals(0, BYTE_ORDER_MARK)) {
            stream.skip(BYTE_ORDER_MARK.size());
        }
        while (!stream.exhausted()) {
            EventLine line = new EventLine(stream);
            if (holdsData()) {
                last = event(line);
                Event event = Event.of(last);
                if (event.isLast() || event.isRefusal()) {
                    return last;
                }
            } else {
                line.skipRest();
            }
            tap.passed();
        }
        if (tap.bytes() == 0 && last.length > 0 && Event.of(last).status() == null) {
            // Nothing of a stream: perhaps a refusal in words that only the dialect knows.
            return last;
        }
        throw new UnreadableReplyException(Reason.INCOMPLETE_REPLY, "the stream ended without its last piece");
    }

    /** Whether a line holds an event, which it then stands at. One that begins as JSON without a field name is taken for one. */
    private boolean holdsData() throws IOException {
        if (stream.peek().readByte() == '{') {
            return true;
        }
        long colon = stream.indexOf((byte) ':', 0, LONGEST_FIELD_NAME);
        long end = stream.indexOf((byte) '\n', 0, LONGEST_FIELD_NAME);
        if (colon < 0
                || (end >= 0 && end < colon)
                || !stream.peek().readUtf8(colon).equals("data")) {
            return false;
        }
        stream.skip(colon + 1);
        // "[DONE]" ends streams of another dialect, which gateways mix in; a blank line says nothing.
        return stream.request(1) && !isEnd(stream.peek());
    }

    private static boolean isEnd(BufferedSource rest) throws IOException {
        while (rest.request(1)) {
            byte next = rest.readByte();
            if (next != ' ' && next != '\t' && next != '\r') {
                return next == '[' || next == '\n';
            }
        }
        return true;
    }

    private byte[] event(EventLine line) throws IOException {
        SpokenChunk chunk = new SpokenChunk(this::passed);
        byte[] rest;
        try {
            rest = SpokenJson.read(Okio.buffer(line), chunk);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (chunk.length() > 0) {
            byte[] fingerprint = chunk.fingerprint();
            if (!heard.wasHeard(chunk, fingerprint, Event.of(rest).isLast())) {
                if (!chunk.isKept()) {
                    throw new UnreadableReplyException(Reason.TOO_LARGE, "a piece of the stream is longer than 2 MiB");
                }
                byte[] audio = chunk.audio();
                tap.write(audio, audio.length);
                heard.heard(audio, fingerprint);
            }
        }
        return rest;
    }

    private void passed() {
        try {
            tap.passed();
        } catch (InterruptedIOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What an event says of itself. */
    private record Event(@Nullable Double status, double code) {
        static Event of(byte[] rest) throws IOException {
            Map<?, ?> top = mapOf(ANY.fromJson(new Buffer().write(rest)));
            Object status = top.containsKey("status")
                    ? top.get("status")
                    : mapOf(top.get("data")).get("status");
            Object code = mapOf(top.get("base_resp")).get("status_code");
            Double number = number(code);
            return new Event(number(status), code == null ? 0 : Objects.requireNonNullElse(number, -1.0));
        }

        boolean isLast() {
            return status != null && status == 2;
        }

        boolean isRefusal() {
            return code != 0;
        }

        private static Map<?, ?> mapOf(@Nullable Object json) {
            return json instanceof Map<?, ?> map ? map : Map.of();
        }

        private static @Nullable Double number(@Nullable Object json) {
            try {
                return json == null ? null : Double.valueOf(json.toString());
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
