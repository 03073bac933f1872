package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings that lie on the disk for a while: the owner's alone, where the JVM is told to put them, and gone on every path. */
class TemporaryFilesTest {
    private static final String OWNERS = "[rw-------]";

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @Test
    @Tag("S30")
    void nothingIsLeftBehindAndNobodyElseMayRead(@TempDir Path folder) throws Exception {
        try (WireServer server = new WireServer(request -> connection -> {
            seen.add(listed(folder));
            answerTo(request.path()).on(connection);
        })) {
            ForkedJvm.Result result = ForkedJvm.run(List.of(
                    "-Xmx64m",
                    "-Djava.io.tmpdir=" + folder,
                    "-cp",
                    String.join(File.pathSeparator, Project.classPath()),
                    SpoolMany.class.getName(),
                    server.uri("/v1").toString()));

            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(result.output().lines())
                    .filteredOn(line -> line.contains(": ["))
                    .containsExactly(
                            "half-way: " + OWNERS,
                            "after IOException: []",
                            "half-way: " + OWNERS,
                            "after IllegalStateException: []",
                            "half-way: " + OWNERS,
                            "after AssertionError: []",
                            "half-way: " + OWNERS,
                            "when nobody has it any more: []",
                            "after cut fetch: []",
                            "after page fetch: []",
                            "after huge fetch: []",
                            "after noise fetch: []",
                            "at the end: " + OWNERS);
        }
        assertThat(seen).hasSize(4).containsOnly(OWNERS);
        assertThat(listed(folder)).isEqualTo("[]");
    }

    private static Reply answerTo(String path) {
        byte[] sound = "ID3 sound".getBytes(StandardCharsets.US_ASCII);
        return switch (path) {
            case "/cut" -> Reply.bytes(ascii("HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nID3 sound"));
            case "/page" -> Reply.of(200, "text/html", "<html>log in</html>");
            case "/huge" -> Reply.bytes(ascii("HTTP/1.1 200 OK\r\nContent-Length: 99000000\r\n\r\nID3 sound"));
            default -> Reply.bytes(Reply.message(200, "audio/mpeg", sound));
        };
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("voicecloner-"))
                    .map(SpoolMany::permissions)
                    .toList()
                    .toString();
        }
    }
}
