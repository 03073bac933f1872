package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.DownloadException;
import io.voicecloner.Preview;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.http.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The target of a download is the whole file or what it was before, and nothing else is left beside it. */
@Timeout(value = 10, unit = TimeUnit.SECONDS)
class PreviewFileTest {
    private static final int MAX = 30 * 1024 * 1024;

    @TempDir
    Path directory;

    private ScriptedServer server;
    private VoiceCloner cloner;
    private Path target;

    static Stream<ScriptedServer.Behaviour> failures() {
        return Stream.of(
                ScriptedServer.answer("404 Gone", "", "x"),
                ScriptedServer.answer("403 Expired", "", "<Error/>"),
                ScriptedServer.answer("500 Oops", "", "x"),
                ScriptedServer.answer("200 OK", "Content-Type: text/html\r\n", "<html>"),
                ScriptedServer.answer("200 OK", "", "{\"code\":1}"),
                ScriptedServer.answer("302 Found", "Location: http://192.168.1.1/\r\n", ""),
                conversation -> {
                    conversation.readRequest();
                    conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\n" + "x".repeat(40_000));
                },
                conversation -> {
                    conversation.readRequest();
                    conversation.write("HTTP/1.1 200 OK\r\nContent-Length: " + (MAX + 1) + "\r\n\r\nsound");
                },
                conversation -> {
                    conversation.readRequest();
                    conversation.write("HTTP/1.1 200 OK\r\n\r\n");
                    while (true) {
                        conversation.write("x".repeat(1024 * 1024));
                    }
                },
                conversation -> conversation.readRequest());
    }

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        cloner = Cloners.onWire(server, null);
        target = directory.resolve("preview.mp3");
    }

    @AfterEach
    void stop() throws Exception {
        cloner.close();
        server.close();
    }

    @Test
    @Tag("S30")
    void aNewFileIsTheWholePreview() throws Exception {
        server.then(ScriptedServer.answer("200 OK", "", "ID3 sound"));
        assertThat(save()).isEqualTo(9);
        assertThat(target).hasContent("ID3 sound");
        assertThat(beside()).containsExactly(target);
    }

    @Test
    @Tag("B57")
    void anOldFileIsReplaced() throws Exception {
        Files.writeString(target, "something much longer than the preview");
        server.then(ScriptedServer.answer("200 OK", "", "ID3 sound"));
        save();
        assertThat(target).hasContent("ID3 sound");
        assertThat(beside()).containsExactly(target);
    }

    @Test
    void untilThenTheOldFileIsThere() throws Exception {
        Files.writeString(target, "before");
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 40005\r\n\r\n" + "x".repeat(40_000));
            conversation.rest(50);
            assertThat(target).hasContent("before");
            conversation.write("sound");
        });
        assertThat(save()).isEqualTo(40_005);
        assertThat(target).hasSize(40_005);
    }

    @Test
    @Tag("S30")
    void untilItIsWholeOnlyTheOwnerMayReadIt() throws Exception {
        Path ordinary = Files.createFile(directory.resolve("ordinary"));
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 40005\r\n\r\n" + "x".repeat(40_000));
            for (int look = 0; look < 100 && beside().size() < 2; look++) {
                conversation.rest(10);
            }
            assertThat(beside())
                    .filteredOn(file -> file.toString().endsWith(".part"))
                    .singleElement()
                    .satisfies(part -> assertThat(permissions(part)).isEqualTo("rw-------"));
            conversation.write("sound");
        });

        assertThat(save()).isEqualTo(40_005);

        assertThat(permissions(target)).isEqualTo(permissions(ordinary));
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("B57")
    void afterAFailureTheOldFileIsThereAndNothingElse(ScriptedServer.Behaviour behaviour) throws Exception {
        Files.writeString(target, "before");
        server.then(behaviour);
        assertThat(failure()).hasMessageContaining("The voice itself is not affected.");
        assertThat(target).hasContent("before");
        assertThat(beside()).containsExactly(target);
    }

    @ParameterizedTest
    @MethodSource("failures")
    @Tag("S30")
    void afterAFailureThereIsNoNewFileEither(ScriptedServer.Behaviour behaviour) throws Exception {
        server.then(behaviour);
        assertThat(failure().voiceMayExist()).isFalse();
        assertThat(beside()).isEmpty();
    }

    @Test
    @Tag("faults")
    @Tag("F42")
    @Tag("S24")
    void aFileWithoutAnEndIsGivenUpAtTheLimitAndLeavesNothing() throws Exception {
        AtomicLong offered = new AtomicLong();
        CountDownLatch brokenOff = new CountDownLatch(1);
        byte[] block = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n");
            try {
                while (true) {
                    conversation.write(block);
                    offered.addAndGet(block.length);
                }
            } finally {
                brokenOff.countDown();
            }
        });

        assertThat(failure().reason()).isEqualTo(Reason.TOO_LARGE);

        assertThat(brokenOff.await(5, TimeUnit.SECONDS)).isTrue();
        // What was on its way when the client left was offered too.
        assertThat(offered.get()).isBetween(MAX - 1024L * 1024, 2L * MAX);
        assertThat(server.received()).isEqualTo(1);
        assertThat(beside()).isEmpty();
    }

    @Test
    @Tag("B57")
    void aDirectoryIsNoTargetAndNothingIsAskedFor() throws Exception {
        Files.createDirectory(target);
        assertThat(failure().reason()).isEqualTo(Reason.OUTPUT);
        assertThat(server.connections()).isZero();
        assertThat(target).isEmptyDirectory();
    }

    @Test
    @Tag("B57")
    void aMissingDirectoryIsNotMade() throws Exception {
        target = directory.resolve("missing/preview.mp3");
        server.then(ScriptedServer.answer("200 OK", "", "ID3 sound"));
        assertThat(failure().reason()).isEqualTo(Reason.OUTPUT);
        assertThat(beside()).isEmpty();
    }

    @Test
    void theKeyIsNotSentAlongNotEvenToTheProvidersOwnOrigin() {
        server.then(ScriptedServer.answer("200 OK", "", "ID3 sound"));
        save();
        assertThat(server.heads().get(0).toLowerCase(Locale.ROOT))
                .startsWith("get /preview.mp3?signature=x")
                .doesNotContain("authorization", "long-enough");
    }

    private long save() {
        return cloner.download(Preview.of(server.uri("/preview.mp3?signature=x")), target);
    }

    private DownloadException failure() {
        return catchThrowableOfType(DownloadException.class, this::save);
    }

    private List<Path> beside() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
