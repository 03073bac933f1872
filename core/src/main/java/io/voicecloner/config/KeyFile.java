package io.voicecloner.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** A file that holds an API key, read again at every request so that the key may be rotated. Its content is never quoted. */
final class KeyFile implements Supplier<String> {
    private static final int LONGEST = 4098;

    private final String name;

    KeyFile(String name) {
        this.name = name;
    }

    Optional<String> whatIsWrong() {
        try {
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) {
                return Optional.of("names no file" + quoted());
            }
            if (Files.size(file) > LONGEST) {
                return Optional.of("names a file that is too large to be a key" + quoted());
            }
            return Files.isReadable(file)
                    ? Optional.empty()
                    : Optional.of("names a file that may not be read" + quoted());
        } catch (InvalidPathException | IOException e) {
            return Optional.of("names no file");
        }
    }

    /** What has no directory in it may be the key itself, given in the wrong place. */
    private String quoted() {
        return name.contains("/") || name.contains("\\") ? ": \"" + name + '"' : " in the working directory";
    }

    /** The content without the one newline that editors and {@code echo} leave at the end; nothing else is trimmed. */
    @Override
    public String get() {
        try (InputStream in = Files.newInputStream(Path.of(name))) {
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
