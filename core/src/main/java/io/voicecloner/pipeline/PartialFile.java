package io.voicecloner.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What there is of a preview so far, beside its target. Until it is whole only the owner may read it; a program that dies leaves it so. */
final class PartialFile {
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final Path path;
    private @Nullable Set<PosixFilePermission> ordinary;

    private PartialFile(Path path) {
        this.path = path;
    }

    static PartialFile beside(Path whole) {
        return new PartialFile(whole.resolveSibling(".voicecloner-" + UUID.randomUUID() + ".part"));
    }

    /** Begins it, or begins it again. */
    OutputStream open() throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
        hide();
        return Channels.newOutputStream(channel);
    }

    private void hide() {
        PosixFileAttributeView file = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (file == null || ordinary != null) {
            return;
        }
        try {
            Set<PosixFilePermission> given = file.readAttributes().permissions();
            file.setPermissions(OWNER_ALONE);
            ordinary = given;
        } catch (IOException ignored) {
            // Not every disk knows owners.
        }
    }

    /** An interrupt that comes now comes too late, and is kept: the file is there. A channel would close itself over it. */
    void putInPlace(Path whole) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
            if (ordinary != null) {
                Files.setPosixFilePermissions(path, ordinary);
            }
            Files.move(path, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void discard() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException ignored) {
            // What matters was said already: the target is whole or untouched.
        }
    }
}
