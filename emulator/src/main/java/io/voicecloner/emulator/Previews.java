package io.voicecloner.emulator;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Serves previews under unguessable names. The emulator does not synthesize: a preview is the recording the voice was cloned
 * from, played back. No key is asked for, as clients must not send one to the storage host of a preview (wire-facts 1.7).
 */
final class Previews {
    static final String BASE_PATH = "/preview";

    /** What faults of previews are scripted for. */
    static final String ROUTE = "preview";

    private record Preview(String provider, Path file, long bytes, String contentType) {}

    private final Map<String, Preview> published = new ConcurrentHashMap<>();

    /** The path it is found at from now on. */
    String publish(String provider, StoredRecording recording) {
        AudioFormat format = recording.format();
        if (format == null) {
            throw new IllegalArgumentException("only audio can be played back");
        }
        String path = BASE_PATH + "/" + Tokens.next() + "." + format.extension();
        published.put(path, new Preview(provider, recording.file(), recording.bytes(), format.contentType()));
        return path;
    }

    /** Whether a preview plays this recording: its bytes must then stay. */
    boolean plays(StoredRecording recording) {
        return published.values().stream().anyMatch(preview -> preview.file().equals(recording.file()));
    }

    Answer answer(Exchange exchange) {
        Preview preview = published.get(exchange.path());
        if (preview == null) {
            return Answer.text(404, "404 page not found");
        }
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            return Answer.text(405, "405 method not allowed").withHeader("Allow", "GET, HEAD");
        }
        return Answer.file(preview.file(), preview.bytes(), preview.contentType());
    }

    /** The provider whose preview this request downloads, null when it downloads none. */
    @Nullable
    String provider(Exchange exchange) {
        Preview preview = published.get(exchange.path());
        return preview == null || !exchange.method().equals("GET") ? null : preview.provider();
    }
}
