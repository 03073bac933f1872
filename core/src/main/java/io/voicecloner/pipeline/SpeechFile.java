package io.voicecloner.pipeline;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** A file that speech is to go into: looked at before anything is paid for, and replaced when all of the speech is there. */
final class SpeechFile {
    private SpeechFile() {}

    /** Begins what will be put in its place, so that a directory that takes no file is found now. */
    static void require(PartialFile part, Path whole, CallScope scope) {
        if (Files.isDirectory(whole)) {
            throw unwritten(scope, "the target is a directory", Delivery.NOT_SENT, null);
        }
        Path directory = whole.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw unwritten(scope, "the directory of the target is not there", Delivery.NOT_SENT, null);
        }
        try {
            requireOrdinary(whole, scope);
            part.open().close();
        } catch (IOException e) {
            throw unwritten(scope, "the file cannot be made: " + e.getMessage(), Delivery.NOT_SENT, e);
        }
    }

    /** Something like a pipe or a device would be replaced by a file. */
    private static void requireOrdinary(Path whole, CallScope scope) throws IOException {
        try {
            if (Files.readAttributes(whole, BasicFileAttributes.class).isOther()) {
                throw unwritten(scope, "the target is not an ordinary file", Delivery.NOT_SENT, null);
            }
        } catch (NoSuchFileException e) {
            // As a rule.
        }
    }

    static void putInPlace(PartialFile part, Path whole, CallScope scope) {
        try {
            part.putInPlace(whole);
        } catch (IOException e) {
            throw unwritten(scope, "the file could not be saved: " + e.getMessage(), Delivery.DONE, e);
        }
    }

    static VoiceClonerException unwritten(CallScope scope, String what, Delivery delivery, @Nullable Throwable cause) {
        return Failures.exception(
                scope.failure(Category.DOWNLOAD, Reason.OUTPUT, Step.SPEAK, what)
                        .delivery(delivery),
                cause);
    }
}
