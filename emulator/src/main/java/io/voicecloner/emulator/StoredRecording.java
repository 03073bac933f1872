package io.voicecloner.emulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A recording in the emulator's temporary directory; {@code format} is null when its first bytes are no known audio. */
record StoredRecording(Path file, @Nullable AudioFormat format, long bytes, String sha256) {

    Recording from(String origin) {
        return new Recording(origin, format == null ? "unknown" : format.extension(), bytes, sha256);
    }
}
