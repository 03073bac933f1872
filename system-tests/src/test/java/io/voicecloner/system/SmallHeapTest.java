package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest recording there is passes through a client of 48 MB; the emulator lives in this process, not in the client's. */
class SmallHeapTest {
    @Test
    void twentyMegabytesAreUploadedByAClientOf48Megabytes(@TempDir Path directory) throws Exception {
        Path recording = Recordings.ofTwentyMebibytes(directory.resolve("large.wav"));
        try (Emulator emulator = Emulator.start()) {
            ForkedJvm.Result result = ForkedJvm.run(List.of(
                    "-Xmx48m",
                    "-cp",
                    String.join(File.pathSeparator, Project.classPath()),
                    CloneOne.class.getName(),
                    emulator.baseUrls().get("minimax").toString(),
                    emulator.apiKey(),
                    recording.toString()));

            assertThat(result.output()).contains("cloned minimax:vc-");
            assertThat(result.exitCode()).isZero();
            assertThat(emulator.uploads())
                    .singleElement()
                    .satisfies(upload -> assertThat(upload.bytes()).isEqualTo(Recordings.TWENTY_MIB));
        }
    }
}
