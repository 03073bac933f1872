package io.voicecloner.emulator;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Serves previews under unguessable names. The emulator does not synthesize: a preview is the recording the voice was cloned
 * from, played back. No key is asked for, as clients must not send one to the storage host of a preview (wire-facts 1.7).
 */
final class Previews {
    static final String BASE_PATH = "/preview";

    private final Map<String, StoredRecording> published = new ConcurrentHashMap<>();

    /** The path it is found at from now on. */
    String publish(StoredRecording recording) {
        AudioFormat format = recording.format();
        if (format == null) {
            throw new IllegalArgumentException("only audio can be played back");
        }
        String path = BASE_PATH + "/" + Tokens.next() + "." + format.extension();
        published.put(path, recording);
        return path;
    }

    Answer answer(Exchange exchange) {
        StoredRecording recording = published.get(exchange.path());
        if (recording == null || recording.format() == null) {
            return Answer.text(404, "404 page not found");
        }
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            return Answer.text(405, "405 method not allowed").withHeader("Allow", "GET, HEAD");
        }
        return Answer.file(
                recording.file(), recording.bytes(), recording.format().contentType());
    }
}
