package io.voicecloner.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A file that holds an API key, read again at every request so that the key may be rotated. Its content is never quoted. */
final class KeyFile implements Supplier<String> {
    private static final int LONGEST = 4098;

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    Optional<String> whatIsWrong() {
        if (!Files.isRegularFile(file)) {
            return Optional.of("names no file: \"" + file + '"');
        }
        if (!Files.isReadable(file)) {
            return Optional.of("names a file that may not be read: \"" + file + '"');
        }
        return Optional.empty();
    }

    /** The content without the one newline that editors and {@code echo} leave at the end; nothing else is trimmed. */
    @Override
    public String get() {
        try (InputStream in = Files.newInputStream(file)) {
            String content = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            if (content.endsWith("\r\n")) {
                return content.substring(0, content.length() - 2);
            }
            return content.endsWith("\n") ? content.substring(0, content.length() - 1) : content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
