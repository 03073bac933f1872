package io.voicecloner.emulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    /** Null for the file of what is only ever played with its voice, null for the end of what has none. */
    private record Preview(
            String provider,
            @Nullable Path file,
            Answer answer,
            @Nullable Instant end) {}

    private final Map<String, Preview> published = new ConcurrentHashMap<>();

    private final Clock clock;

    Previews(Clock clock) {
        this.clock = clock;
    }

    /** The path it is found at from now on. How long is not documented (wire-facts 1.7); here it stays. */
    String publish(String provider, StoredRecording recording) {
        AudioFormat format = recording.format();
        if (format == null) {
            throw new IllegalArgumentException("only audio can be played back");
        }
        Answer answer = Answer.file(recording.file(), recording.bytes(), format.contentType());
        return publish(new Preview(provider, recording.file(), answer, null), format.extension());
    }

    /** The path speech is found at until it has lived this long by the emulator's clock. */
    String publish(String provider, Answer content, String extension, Duration life) {
        return publish(new Preview(provider, null, content, clock.instant().plus(life)), extension);
    }

    private String publish(Preview preview, String extension) {
        String path = BASE_PATH + "/" + Tokens.next() + "." + extension;
        published.put(path, preview);
        return path;
    }

    /** Whether a preview plays this recording: its bytes must then stay. */
    boolean plays(StoredRecording recording) {
        return published.values().stream().anyMatch(preview -> recording.file().equals(preview.file()));
    }

    Answer answer(Exchange exchange) {
        Preview preview = published.get(exchange.path());
        if (preview == null) {
            return Answer.text(404, "404 page not found");
        }
        if (!exchange.method().equals("GET") && !exchange.method().equals("HEAD")) {
            return Answer.text(405, "405 method not allowed").withHeader("Allow", "GET, HEAD");
        }
        Instant end = preview.end();
        return end != null && !clock.instant().isBefore(end)
                ? Answer.text(403, "the signature of this URL has expired")
                : preview.answer();
    }

    /** The provider whose preview this request downloads, null when it downloads none. */
    @Nullable
    String provider(Exchange exchange) {
        Preview preview = published.get(exchange.path());
        return preview == null || !exchange.method().equals("GET") ? null : preview.provider();
    }
}
