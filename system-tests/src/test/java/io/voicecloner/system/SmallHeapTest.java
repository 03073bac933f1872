package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The largest recording there is passes through a client of 48 MB; the emulator lives in this process, not in the client's. */
class SmallHeapTest {
    private static final int TWENTY_MIB = 20 * 1024 * 1024;

    @Test
    void twentyMegabytesAreUploadedByAClientOf48Megabytes(@TempDir Path directory) throws Exception {
        Path recording = directory.resolve("large.mp3");
        writeRecording(recording);
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
                    .satisfies(upload -> assertThat(upload.bytes()).isEqualTo(TWENTY_MIB));
        }
    }

    private static void writeRecording(Path file) throws Exception {
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] first = piece.clone();
            first[0] = 'I';
            first[1] = 'D';
            first[2] = '3';
            out.write(first);
            for (int written = piece.length; written < TWENTY_MIB; written += piece.length) {
                out.write(piece);
            }
        }
    }
}
