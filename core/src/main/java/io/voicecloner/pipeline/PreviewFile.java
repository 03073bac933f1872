package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.http.GuardedDownloader;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

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
        PartialFile part = PartialFile.beside(whole);
        try {
            long bytes = downloader.download(preview.uri(), Step.DOWNLOAD, MAX_BYTES, scope, part::open);
            part.putInPlace(whole);
            return bytes;
        } catch (IOException e) {
            throw unwritable(scope, "the file could not be saved: " + e.getMessage(), e);
        } finally {
            part.discard();
        }
    }

    private static RuntimeException unwritable(
            CallScope scope, String what, @org.jspecify.annotations.Nullable Throwable cause) {
        return Failures.exception(scope.failure(Category.DOWNLOAD, Reason.OUTPUT, Step.DOWNLOAD, what), cause);
    }
}
