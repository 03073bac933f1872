package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bombs, answers without end and the largest recordings, all at once, pass a client of 64 megabytes by; whoever sends them is another process. */
class HostileHeapTest {
    private static final byte[] BOMB = bomb();

    @Test
    @Tag("S22")
    @Tag("S24")
    @Tag("S25")
    @Tag("F40")
    @Tag("F42")
    @Tag("F43")
    @Tag("faults")
    void aClientOf64MegabytesSurvivesEverythingThatIsTooLarge(@TempDir Path directory) throws Exception {
        Path recording = Recordings.ofTwentyMebibytes(directory.resolve("large.wav"));
        try (Emulator emulator = Emulator.start();
                WireServer hostile = new WireServer(request -> answer(request.path()))) {
            ForkedJvm.Result result = ForkedJvm.run(List.of(
                    "-Xmx64m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.io.tmpdir=" + directory,
                    "-Dproject.root=" + Project.ROOT,
                    "-cp",
                    String.join(File.pathSeparator, Project.classPath()),
                    HostileClient.class.getName(),
                    hostile.uri("").toString(),
                    emulator.baseUrls().get("minimax").toString(),
                    emulator.baseUrls().get("novita").toString(),
                    emulator.apiKey(),
                    recording.toString()));
            System.out.println(result.output());

            assertThat(result.exitCode()).as(result.output()).isZero();
            assertThat(result.output())
                    .doesNotContain("OutOfMemoryError")
                    .contains(
                            "minimax endless-json: UnexpectedReplyException too-large",
                            "novita endless-json: AmbiguousOutcomeException too-large",
                            "minimax bomb: UnexpectedReplyException unreadable",
                            "novita bomb: AmbiguousOutcomeException unreadable",
                            "preview endless-file: DownloadException too-large",
                            "fetched endless-file: DownloadException too-large",
                            "peak heap ");
            assertThat(result.output().lines().filter(line -> line.contains("20 MB: made ")))
                    .hasSize(6);
            assertThat(result.output().lines().filter(line -> line.matches(".*(bomb|endless|deep).*")))
                    .hasSize(16)
                    .allSatisfy(line -> assertThat(line).contains("Exception"));
        }
    }

    private static Reply answer(String path) {
        String kind = path.split("/", 3)[1];
        return switch (kind) {
            case "endless-json" -> endless(200, "application/json", "{\"voice_id\":\"", "a");
            case "endless-error" -> endless(500, "text/html", "<p>", "b");
            case "endless-headers" ->
                connection -> {
                    OutputStream out = connection.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
                    pour(out, "X-Long: " + "c".repeat(1000) + "\r\n");
                };
            case "deep" -> endless(200, "application/json", "{\"a\":", "[".repeat(100));
            case "bomb" -> Reply.bytes(Reply.message(200, "application/json", BOMB, "Content-Encoding: gzip"));
            case "bomb-error" -> Reply.bytes(Reply.message(502, "text/html", BOMB, "Content-Encoding: gzip"));
            case "bomb-file" -> Reply.bytes(Reply.message(200, "audio/mpeg", BOMB, "Content-Encoding: gzip"));
            default -> endless(200, "audio/mpeg", "", "d");
        };
    }

    /** A body that has no end, as long as somebody reads. */
    private static Reply endless(int status, String type, String beginning, String piece) {
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(("HTTP/1.1 " + status + " Word\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n"
                            + beginning)
                    .getBytes(StandardCharsets.US_ASCII));
            pour(out, piece.repeat(10_000 / piece.length()));
        };
    }

    private static void pour(OutputStream out, String piece) throws IOException {
        byte[] bytes = piece.getBytes(StandardCharsets.US_ASCII);
        // The client goes before: there is no end to this but its own.
        while (true) {
            out.write(bytes);
        }
    }

    /** Fifty kilobytes that are fifty megabytes. */
    private static byte[] bomb() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 50; i++) {
                out.write(zeros);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
