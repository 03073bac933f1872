package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An application packed so that the JSON library cannot read records learns it before anything is sent, not over a lost voice. */
@ExtendWith(EmulatorExtension.class)
class PackedWithoutMultiReleaseTest {
    @TempDir
    Path directory;

    @EveryProvider
    void isRefusedWhenItOpensAProvider(String provider, Emulator emulator) throws Exception {
        Path config = directory.resolve("voicecloner.properties");
        List<String> lines = new ArrayList<>();
        emulator.properties(provider).forEach((key, value) -> lines.add(key + "=" + value));
        Files.write(config, lines);

        ForkedJvm.Result result = ForkedJvm.run(
                List.of(
                        "-Djdk.util.jar.enableMultiRelease=false",
                        "-cp",
                        String.join(File.pathSeparator, Project.classPath()),
                        FromConfig.class.getName(),
                        Project.SAMPLES.resolve("speech.mp3").toString(),
                        directory.resolve("preview").toString()),
                directory);

        assertThat(result.output()).contains("as it is packed", "Multi-Release: true", "Nothing was sent");
        assertThat(emulator.requestCount()).isZero();
    }
}
