package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that speaks only TLS 1.0 or 1.1. A JVM of today refuses it by itself, so this one is told not to. */
@Tag("S32")
class OldTlsTest {
    @TempDir
    Path directory;

    @Test
    void aServerOfAnOldTlsIsRefusedAlsoWhereTheJvmWouldSpeakIt() throws Exception {
        Path permissive = Files.writeString(directory.resolve("java.security"), "jdk.tls.disabledAlgorithms=\n");
        ForkedJvm.Result result = ForkedJvm.run(List.of(
                "-Djava.security.properties=" + permissive,
                "-cp",
                ApplicationPath.joined(Project.classPath()),
                OldTlsProgram.class.getName(),
                Project.SAMPLES.resolve("speech.mp3").toString(),
                "TLSv1",
                "TLSv1.1"));
        assertThat(result.output().lines().filter(line -> line.startsWith("TLS")))
                .containsExactly(
                        "TLSv1 anybody: TLSv1",
                        "TLSv1 we: TLS NOT_SENT",
                        "TLSv1.1 anybody: TLSv1.1",
                        "TLSv1.1 we: TLS NOT_SENT");
    }
}
