package io.voicecloner.host.s3;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One part of the credentials: a text, or a file that is read every time, so that it may be rotated. Never printed. */
final class Key {
    // AWS gives no limit for session tokens but that of a request's headers.
    private static final int LONGEST = 8192;
    private static final Pattern LEGAL = Pattern.compile("[\\x21-\\x7e]{3," + LONGEST + "}");

    private final String text;
    private final @Nullable Path file;

    private Key(String text, @Nullable Path file) {
        this.text = text;
        this.file = file;
    }

    static Key of(String text) {
        return new Key(text, null);
    }

    static Key inFile(Path file) {
        return new Key("", file);
    }

    /**
     * The key now. The one newline that editors leave at the end of a file is dropped, nothing else.
     *
     * @throws IOException if there is none that could be sent; the message does not quote it
     */
    String read() throws IOException {
        String key = file == null ? text : content(file);
        Optional<String> wrong = problemOf(key);
        if (wrong.isPresent()) {
            throw new IOException(wrong.get());
        }
        return key;
    }

    private static String content(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("names no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST + 2), StandardCharsets.ISO_8859_1).replaceFirst("\\r?\\n\\z", "");
        } catch (IOException e) {
            throw new IOException("names a file that cannot be read", e);
        }
    }

    private static Optional<String> problemOf(String key) {
        return LEGAL.matcher(key).matches()
                ? Optional.empty()
                : Optional.of("is or holds something other than 3 to " + LONGEST + " printable ASCII characters");
    }

    @Override
    public String toString() {
        return file == null ? "Key[hidden]" : "Key[in a file]";
    }
}
