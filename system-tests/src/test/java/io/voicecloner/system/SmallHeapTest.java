package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import java.io.File;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
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
        Path recording = directory.resolve("large.wav");
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

    /** Silence of 16 bits in two channels at 44.1 kHz, which the largest file holds for two minutes. */
    private static void writeRecording(Path file) throws Exception {
        ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
        header.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(TWENTY_MIB - 8);
        header.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        header.putShort((short) 1).putShort((short) 2).putInt(44_100).putInt(44_100 * 4);
        header.putShort((short) 4).putShort((short) 16);
        header.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(TWENTY_MIB - 44);
        byte[] silence = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(header.array());
            for (int left = TWENTY_MIB - 44; left > 0; left -= silence.length) {
                out.write(silence, 0, Math.min(left, silence.length));
            }
        }
    }
}
