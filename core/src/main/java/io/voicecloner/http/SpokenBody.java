package io.voicecloner.http;

import io.voicecloner.Reason;
import java.io.IOException;
import java.util.Locale;
import okhttp3.Response;
import okio.BufferedSource;

/** Reads the body of an answer that holds speech, in whichever of its forms it comes. */
final class SpokenBody {
    /** An answer that holds all of its audio: 32 MiB of it. What needs more is asked for by link, or streamed. */
    private static final long LONGEST_ANSWER = 64L * 1024 * 1024;

    /** Some hours of speech: a stream that never ends is ended. */
    private static final long LONGEST_STREAM = 1024L * 1024 * 1024;

    private static final int LONGEST_BEGINNING = 1024;

    private SpokenBody() {}

    /** What is left of a 2xx when its audio was led off. */
    static byte[] read(Response response, Exchange exchange, AudioTap tap) throws IOException {
        String type = response.header("Content-Type", "");
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        BufferedSource body = response.body().source();
        if (kind.contains("event-stream") && !isSpreadOverLines(body)) {
            return SpokenEvents.read(SpokenJson.upTo(LONGEST_STREAM, body), tap);
        }
        requireJson(kind.contains("event-stream") ? "" : kind, body, exchange);
        if (response.body().contentLength() > LONGEST_ANSWER) {
            throw new UnreadableReplyException(
                    Reason.TOO_LARGE, "the answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        return SpokenJson.read(SpokenJson.upTo(LONGEST_ANSWER, body), tap::write);
    }

    private static byte[] beginning(BufferedSource body) throws IOException {
        // Blanks may come alone, and say nothing yet.
        int looked = 1;
        while (body.request(looked)
                && looked < LONGEST_BEGINNING
                && Character.isWhitespace(body.getBuffer().getByte(looked - 1L))) {
            looked++;
        }
        return body.peek()
                .readByteArray(Math.min(LONGEST_BEGINNING, body.getBuffer().size()));
    }

    /** An object that is no event in a line of its own: a refusal in place of the stream, under its type. */
    private static boolean isSpreadOverLines(BufferedSource body) throws IOException {
        boolean begun = false;
        for (int at = 0; at < LONGEST_BEGINNING && body.request(at + 1L); at++) {
            byte next = body.getBuffer().getByte(at);
            if (begun && next == '\n') {
                return true;
            }
            if (!Character.isWhitespace(next)) {
                if (begun || next != '{') {
                    return false;
                }
                begun = true;
            }
        }
        return false;
    }

    private static void requireJson(String kind, BufferedSource body, Exchange exchange) throws IOException {
        byte[] beginning = beginning(body);
        exchange.body(beginning);
        if (beginning.length == 0) {
            throw new UnreadableReplyException(Reason.INCOMPLETE_REPLY, "the answer is empty");
        }
        boolean declared = kind.isEmpty() || kind.contains("json");
        if (!declared || !ReplyReader.beginsLikeAnObject(beginning)) {
            throw new UnreadableReplyException(
                    Reason.NOT_JSON, "the answer is not a JSON object: " + Snippet.of(beginning, exchange.redaction()));
        }
    }
}
