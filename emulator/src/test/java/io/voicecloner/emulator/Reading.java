package io.voicecloner.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gives bytes to the reader as the file it needs. */
final class Reading {
    private Reading() {}

    static @Nullable Sound of(byte[]... content) throws IOException {
        Path file = Files.createTempFile("sound", "");
        try {
            Files.write(file, Sounds.concat(content));
            return SoundReader.read(file);
        } finally {
            Files.delete(file);
        }
    }

    /** The seconds read. */
    static double seconds(byte[]... content) throws IOException {
        Sound sound = Objects.requireNonNull(of(content), "not taken for sound");
        return Objects.requireNonNull(sound.duration(), "no duration").toNanos() / 1e9;
    }

    static void assertUnknownLength(AudioFormat format, byte[]... content) throws IOException {
        Sound sound = Objects.requireNonNull(of(content), "not taken for sound");
        assertThat(sound.format()).isEqualTo(format);
        assertThat(sound.duration()).isNull();
    }
}
