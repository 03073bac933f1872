package io.voicecloner.emulator;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A recording in the emulator's temporary directory; {@code sound} is null when it is no audio that a provider takes. */
record StoredRecording(Path file, @Nullable Sound sound, long bytes, String sha256) {

    @Nullable
    AudioFormat format() {
        return sound == null ? null : sound.format();
    }

    Recording from(String origin) {
        return new Recording(origin, sound == null ? "unknown" : sound.format().extension(), bytes, sha256);
    }
}
