package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;

/** Saves a preview so that its target is either the whole file or what it was before. */
final class PreviewFile {
    static final Duration LONGEST_DOWNLOAD = Duration.ofMinutes(2);

    private static final long MAX_BYTES = 30L * 1024 * 1024;

    private PreviewFile() {}

    static long save(GuardedDownloader downloader, Preview preview, Path target, CallScope scope) {
        Path whole = target.toAbsolutePath();
        if (Files.isDirectory(whole)) {
            throw unwritable(scope, "the target is a directory", null);
        }
        Path part = whole.resolveSibling(".voicecloner-" + UUID.randomUUID() + ".part");
        try {
            long bytes = downloader.download(preview.uri(), Step.DOWNLOAD, MAX_BYTES, scope, () -> create(part));
            putInPlace(part, whole);
            return bytes;
        } catch (IOException e) {
            throw unwritable(scope, "the file could not be saved: " + e.getMessage(), e);
        } finally {
            discard(part);
        }
    }

    /** An interrupt that comes now comes too late, and is kept: the file is there. A channel would close itself over it. */
    private static void putInPlace(Path part, Path whole) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static OutputStream create(Path part) throws IOException {
        return Channels.newOutputStream(FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException ignored) {
            // What matters was said already: the target is whole or untouched.
        }
    }

    private static RuntimeException unwritable(
            CallScope scope, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return Failures.exception(scope.failure(Category.DOWNLOAD, Reason.OUTPUT, Step.DOWNLOAD, what), cause);
    }
}
