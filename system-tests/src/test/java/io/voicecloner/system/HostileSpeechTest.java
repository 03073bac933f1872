package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.testkit.wire.WireServer;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.File;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speech that has no end, in every part of an answer that could have none, passes a client of 48 megabytes by. */
class HostileSpeechTest {
    private static final String EVENTS = "text/event-stream";
    private static final String JSON = "application/json";

    /** What each kind of answer is, begins with and goes on with. */
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "audio", List.of(JSON, "{\"data\":{\"audio\":\"", "00ff"),
            "rest", List.of(JSON, "{\"audio\":\"00ff\",\"extra_info\":\"", "a"),
            "link", List.of(JSON, "{\"audio\":\"https://", "a"),
            "blanks", List.of(JSON, "", " "),
            "line", List.of(EVENTS, "", "a"),
            "piece", List.of(EVENTS, "data: {\"audio\":\"", "00ff"),
            "words", List.of(EVENTS, "data: {\"audio\":\"00ff\",\"status\":1,\"more\":\"", "a"),
            "comments", List.of(EVENTS, "", ": nothing\n"),
            "silence", List.of(EVENTS, "", "data: {\"audio\":\"" + "00".repeat(400) + "\",\"status\":1}\n\n"));

    @Test
    @Tag("S22")
    @Tag("B92")
    @Tag("B93")
    void aClientOf48MegabytesSurvivesSpeechWithoutEnd(@TempDir Path directory) throws Exception {
        try (WireServer hostile = new WireServer(request -> answer(request.path()))) {
            List<String> command = new ArrayList<>(List.of(
                    "-Xmx48m",
                    "-XX:+ExitOnOutOfMemoryError",
                    "-Djava.io.tmpdir=" + directory,
                    "-cp",
                    String.join(File.pathSeparator, Project.classPath()),
                    HostileListener.class.getName(),
                    hostile.uri("").toString(),
                    directory.toString()));
            command.addAll(ANSWERS.keySet());

            ForkedJvm.Result result = ForkedJvm.run(command);

            assertThat(result.exitCode()).as(result.output()).isZero();
            List<String> ends = result.output().lines().toList();
            assertThat(ends).hasSize(ANSWERS.size() * 4).allMatch(line -> line.contains("Exception "));
            assertThat(ends)
                    .filteredOn(line -> line.matches("\\w+/(audio|rest) .*"))
                    .allMatch(line -> line.endsWith("UnexpectedReplyException too-large"));
            assertThat(ends)
                    .filteredOn(line -> line.matches("\\w+/piece .*"))
                    .allMatch(line -> line.matches(".*(too-large|deadline)"));
            try (Stream<Path> left = Files.list(directory)) {
                assertThat(left).isEmpty();
            }
        }
    }

    /** Without end, as long as somebody reads. */
    private static Reply answer(String path) {
        List<String> answer = ANSWERS.get(path.split("/", 3)[1]);
        return connection -> {
            OutputStream out = connection.getOutputStream();
            out.write(("HTTP/1.1 200 OK\r\nContent-Type: " + answer.get(0) + "\r\nConnection: close\r\n\r\n"
                            + answer.get(1))
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] more = answer.get(2).repeat(2_000).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(more);
            }
        };
    }
}
