package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The file that a preview is written to until it is whole. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
@Tag("S30")
class PartialFileTest {
    @TempDir
    Path directory;

    @Test
    void atNoMomentMayOthersOpenIt() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Set<String>> seen = CompletableFuture.supplyAsync(() -> watch(done));
        for (int each = 0; each < 2_000; each++) {
            PartialFile part = PartialFile.beside(directory.resolve("preview.mp3"));
            part.open().close();
            part.discard();
        }
        done.set(true);

        assertThat(seen.get()).isSubsetOf("rw-------");
    }

    @Test
    void begunAgainItIsEmptyAndStillHidden() throws Exception {
        PartialFile part = PartialFile.beside(directory.resolve("preview.mp3"));
        write(part, "something long");
        write(part, "short");

        Path file = only();
        assertThat(file).hasContent("short");
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void inPlaceItMayBeReadAsAnyFileHereAndNothingIsLeftBesideIt() throws Exception {
        Path whole = directory.resolve("preview.mp3");
        Files.createFile(whole);
        String ordinary = permissions(whole);
        Files.setPosixFilePermissions(whole, PosixFilePermissions.fromString("r--------"));
        PartialFile part = PartialFile.beside(whole);
        write(part, "sound");

        part.putInPlace(whole);

        assertThat(only()).isEqualTo(whole).hasContent("sound");
        assertThat(permissions(whole)).isEqualTo(ordinary);
    }

    private Set<String> watch(AtomicBoolean done) {
        Set<String> seen = new TreeSet<>();
        while (!done.get()) {
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    seen.add(permissions(file));
                }
            } catch (NoSuchFileException ignored) {
                // Discarded since it was listed.
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return seen;
    }

    private static void write(PartialFile part, String content) throws IOException {
        try (OutputStream out = part.open()) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).hasSize(1);
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.findFirst().orElseThrow();
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
