package io.voicecloner.pipeline;

import io.voicecloner.spi.AudioOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** What there is of a preview or of speech so far, beside its target. Until it is whole only the owner may read it; a program that dies leaves it so. */
final class PartialFile implements AudioOutput {
    private static final FileAttribute<?> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;
    private boolean begun;

    private PartialFile(Path path) {
        this.path = path;
    }

    static PartialFile beside(Path whole) {
        return new PartialFile(whole.resolveSibling(".voicecloner-" + UUID.randomUUID() + ".part"));
    }

    /** Begins it, or begins it again. */
    @Override
    public OutputStream open() throws IOException {
        FileChannel channel = begun
                ? FileChannel.open(
                        path, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)
                : create();
        begun = true;
        return Channels.newOutputStream(channel);
    }

    @Override
    public boolean canBeginAnew() {
        return true;
    }

    /** Hidden from its first moment on: who has opened a file may read it whatever it becomes. */
    private FileChannel create() throws IOException {
        FileAttribute<?>[] hidden = knowsOwners() ? new FileAttribute<?>[] {OWNER_ALONE} : new FileAttribute<?>[0];
        return FileChannel.open(path, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), hidden);
    }

    private boolean knowsOwners() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** An interrupt that comes now comes too late, and is kept: the file is there. A channel would close itself over it. */
    void putInPlace(Path whole) throws IOException {
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            channel.force(true);
            if (knowsOwners()) {
                show();
            }
            Files.move(path, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Gives it the permissions of any other new file here, which only a new file tells: they hang on the process and the directory. */
    private void show() {
        Path ordinary = path.resolveSibling(path.getFileName() + ".empty");
        try {
            Files.createFile(ordinary);
            try {
                Files.setPosixFilePermissions(path, Files.getPosixFilePermissions(ordinary));
            } finally {
                Files.deleteIfExists(ordinary);
            }
        } catch (IOException ignored) {
            // Not every disk knows owners.
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
