package io.voicecloner.preflight;

import io.voicecloner.AudioSource;
import io.voicecloner.Violation;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Judges a recording that is at hand by its size and its first bytes. A name or an extension proves nothing and is not looked at.
 */
public final class Recording {
    private final String field;
    private final long maxBytes;
    private final Consumer<Violation> violations;

    /**
     * @param field {@code audio} or {@code promptAudio}
     * @param maxBytes how large it may be
     * @param violations is told everything that is wrong
     */
    public Recording(String field, long maxBytes, Consumer<Violation> violations) {
        this.field = field;
        this.maxBytes = maxBytes;
        this.violations = violations;
    }

    /** The recording, ready to be sent; empty if something is wrong with it or it is on the web. */
    public Optional<PreparedAudio.Content> inspect(AudioSource source) {
        if (source instanceof AudioSource.File file) {
            return inspect(file.path());
        }
        if (source instanceof AudioSource.Bytes bytes) {
            return judged(bytes::open, bytes.length(), "The recording in memory");
        }
        if (source instanceof AudioSource.Stream stream) {
            try {
                Path spooled = stream.spooled(maxBytes);
                PreparedAudio.Opener opener = () -> new StreamFile(stream, Files.newInputStream(spooled));
                return judged(opener, Files.size(spooled), "The stream");
            } catch (IOException e) {
                return wrong("unreadable", "The stream could not be read: " + e.getMessage() + '.');
            }
        }
        return Optional.empty();
    }

    /** As {@link #inspect(AudioSource)}, for a file. */
    public Optional<PreparedAudio.Content> inspect(Path file) {
        String name = '"' + file.toString() + '"';
        if (!Files.exists(file)) {
            return wrong("missing", "There is no file " + name + '.');
        }
        if (Files.isDirectory(file)) {
            return wrong("not-a-file", name + " is a directory, not a recording.");
        }
        if (!Files.isRegularFile(file)) {
            return wrong("not-a-file", name + " is not an ordinary file.");
        }
        if (!Files.isReadable(file)) {
            return wrong("unreadable", name + " may not be read by this user.");
        }
        try {
            return judged(() -> Files.newInputStream(file), Files.size(file), name);
        } catch (IOException e) {
            return wrong("unreadable", name + " could not be read: " + e.getMessage() + '.');
        }
    }

    private Optional<PreparedAudio.Content> judged(PreparedAudio.Opener opener, long length, String name) {
        if (length == 0) {
            return wrong("empty", name + " is empty.");
        }
        if (length > maxBytes) {
            return wrong("too-large", String.format(Locale.ROOT, "%s is larger than %,d bytes.", name, maxBytes));
        }
        byte[] head;
        try (InputStream in = opener.open()) {
            head = in.readNBytes(AudioFormat.MAGIC_BYTES);
        } catch (IOException e) {
            return wrong("unreadable", name + " could not be read: " + e.getMessage() + '.');
        }
        Optional<AudioFormat> format = AudioFormat.of(head);
        if (format.isEmpty()) {
            return wrong("not-audio", name + " is not an mp3, m4a or wav recording, whatever it is called.");
        }
        return Optional.of(new PreparedAudio.Content(format.get(), length, opener));
    }

    private Optional<PreparedAudio.Content> wrong(String rule, String message) {
        violations.accept(new Violation(field, rule, message));
        return Optional.empty();
    }

    /** Holds on to the stream's source while its file is read: the file goes when the source does. */
    private static final class StreamFile extends java.io.FilterInputStream {
        private final AudioSource.Stream source;

        StreamFile(AudioSource.Stream source, InputStream in) {
            super(in);
            this.source = source;
        }

        @Override
        public String toString() {
            return source.toString();
        }
    }
}
