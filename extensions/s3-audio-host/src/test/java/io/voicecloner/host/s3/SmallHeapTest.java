package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.File;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest recording there is passes through a process of 48 MB; the server lives in this process, not in that one. */
class SmallHeapTest {
    private static final int TWENTY_MIB = 20 * 1024 * 1024;

    @TempDir
    Path directory;

    @Test
    void twentyMegabytesAreUploadedByAProcessOf48Megabytes() throws Exception {
        Path recording = directory.resolve("large.mp3");
        Files.write(recording, Recordings.noise(TWENTY_MIB));
        Path output = directory.resolve("output");
        try (S3Server server = S3Server.start()) {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx48m",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                                    .replace("\n", File.pathSeparator),
                            PublishOne.class.getName(),
                            server.endpoint(),
                            recording.toString()))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

            assertThat(output).hasContent("published " + TWENTY_MIB + " bytes, audio/mpeg");
            assertThat(process.exitValue()).isZero();
            assertThat(server.keys()).isEmpty();
        }
    }

    /** Publishes a file, looks at what the URL serves, and takes it down. */
    static final class PublishOne {
        private PublishOne() {}

        public static void main(String[] arguments) throws Exception {
            Path file = Path.of(arguments[1]);
            Map<String, String> settings = S3Server.settingsFor(arguments[0]);
            try (AudioHost host = new S3AudioHostFactory().open(settings);
                    AudioHost.Published published = host.publish(new PreparedAudio.Content(
                            AudioFormat.MP3, Files.size(file), () -> Files.newInputStream(file)))) {
                HttpResponse<Void> answer = Web.head(published.url());
                System.out.println("published " + Web.header(answer, "Content-Length") + " bytes, "
                        + Web.header(answer, "Content-Type"));
            }
        }
    }
}
