package io.voicecloner.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Keeps recordings on disk, in a directory of its own that {@link #close} deletes: the heap never holds one. */
final class RecordingStore implements AutoCloseable {

    /** "20 MB" (spec/000, spec/002). Neither says which MB; the larger reading refuses nothing a provider would take. */
    static final long MAX_BYTES = 20L * 1024 * 1024;

    private static final int BUFFER_BYTES = 64 * 1024;

    private final Path directory;

    private RecordingStore(Path directory) {
        this.directory = directory;
    }

    static RecordingStore create() throws IOException {
        return new RecordingStore(Files.createTempDirectory(
                "voicecloner-emulator-" + ProcessHandle.current().pid() + "-"));
    }

    Path directory() {
        return directory;
    }

    /** Reads to the end, or to {@link #MAX_BYTES} and throws. */
    StoredRecording store(InputStream content) throws IOException {
        Path file = Files.createTempFile(directory, "recording-", ".audio");
        try {
            MessageDigest digest = sha256();
            long bytes = copy(content, file, digest);
            return new StoredRecording(
                    file, SoundReader.read(file), bytes, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** For one that nobody needs any more. */
    void delete(StoredRecording recording) throws IOException {
        Files.deleteIfExists(recording.file());
    }

    private static long copy(InputStream content, Path file, MessageDigest digest) throws IOException {
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), digest)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            long total = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                total += read;
                if (total > MAX_BYTES) {
                    throw new RecordingTooLargeException(MAX_BYTES);
                }
                out.write(buffer, 0, read);
            }
            return total;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> listed = Files.list(directory)) {
            files = listed.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
    }
}
