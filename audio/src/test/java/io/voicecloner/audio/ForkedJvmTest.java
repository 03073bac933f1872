package io.voicecloner.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An application in a process of its own: what a module path and a fresh JVM show, no test beside the code can. */
class ForkedJvmTest {
    private static final String DESCRIPTOR =
            "module app { requires io.voicecloner.core; uses io.voicecloner.spi.AudioInspector; }";

    private static final String PROGRAM = """
            package app;

            import io.voicecloner.spi.AudioInspector;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.ServiceLoader;

            public final class Main {
                public static void main(String[] names) throws Exception {
                    AudioInspector inspector = ServiceLoader.load(AudioInspector.class).findFirst().orElseThrow();
                    System.out.println(inspector.getClass().getModule());
                    for (String name : names) {
                        Path file = Path.of(name);
                        System.out.println(inspector.inspect(() -> Files.newInputStream(file), Files.size(file)));
                    }
                }
            }
            """;

    @TempDir
    static Path directory;

    @BeforeAll
    static void compileTheApplication() throws IOException {
        Path sources = Files.createDirectories(directory.resolve("src/app"));
        Files.writeString(sources.resolve("Main.java"), PROGRAM);
        Files.writeString(directory.resolve("src/module-info.java"), DESCRIPTOR);
        int failed = ToolProvider.findFirst("javac")
                .orElseThrow()
                .run(
                        System.out,
                        System.err,
                        "-p",
                        libraries(),
                        "-d",
                        directory.resolve("app").toString(),
                        directory.resolve("src/module-info.java").toString(),
                        sources.resolve("Main.java").toString());
        assertThat(failed).isZero();
    }

    @Test
    void everyFormatIsInspectedOnAModulePath() throws Exception {
        Path text = Files.writeString(directory.resolve("text.mp3"), "<html><body>no</body></html>");

        String output = run(
                List.of("-p", libraries() + File.pathSeparator + directory.resolve("app"), "-m", "app/app.Main"),
                List.of(sample("speech.mp3"), sample("speech.m4a"), sample("speech.wav"), text.toString()));

        assertThat(output)
                .contains("module io.voicecloner.audio")
                .contains("format=Optional[MP3], length=Optional[PT11")
                .contains("format=Optional[M4A], length=Optional[PT11")
                .contains("format=Optional[WAV], length=Optional[PT11")
                .contains("is a web page (HTML)");
    }

    @Test
    void nothingIsLoadedThatIsNotNeeded() throws Exception {
        List<String> arguments = List.of(
                "-Xlog:class+load", "-cp", libraries() + File.pathSeparator + directory.resolve("app"), "app.Main");

        assertThat(run(arguments, List.of()))
                .contains("io.voicecloner.audio.RecordingInspector")
                .doesNotContain("org.apache.tika", "com.drew", "javax.sound", "java.awt");
        assertThat(run(arguments, List.of(sample("speech.wav"), sample("speech.mp3"))))
                .contains("javax.sound")
                .doesNotContain("org.apache.tika", "com.drew", "java.awt");
    }

    private static String sample(String name) {
        return Inspected.SAMPLES.resolve(name).toString();
    }

    private static String run(List<String> arguments, List<String> files) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        command.addAll(files);
        Path output = directory.resolve("output");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(60, TimeUnit.SECONDS);
        process.destroyForcibly();
        String text = Files.readString(output);
        assertThat(ended).as(text).isTrue();
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /** What an application would have, without test tools. */
    private static String libraries() {
        return String.join(
                File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(ForkedJvmTest::belongsToAnApplication)
                        .toList());
    }

    private static boolean belongsToAnApplication(String entry) {
        String name = entry.replace('\\', '/');
        return name.endsWith("/audio/target/classes")
                || name.matches(".*/core/target/.*")
                || name.matches(
                        ".*/(voicecloner-core|tika-core|commons-io|slf4j-api|metadata-extractor|xmpcore"
                                + "|resilience4j-[a-z]+|okhttp-jvm|okio-jvm|kotlin-stdlib|retrofit|converter-moshi|moshi|config)-[0-9][^/]*\\.jar");
    }
}
