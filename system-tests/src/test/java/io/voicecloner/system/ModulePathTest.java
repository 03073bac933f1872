package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A modular application on a real module path. Surefire's own module mode hides a missing {@code opens}; a forked {@code java -p}
 * does not.
 */
@ExtendWith(EmulatorExtension.class)
class ModulePathTest {
    private static final String DESCRIPTOR = "module app { requires io.voicecloner.core; }";

    private static final String PROGRAM = """
            package app;

            import io.voicecloner.AudioSource;
            import io.voicecloner.CloneRequest;
            import io.voicecloner.VoiceCloner;
            import io.voicecloner.VoiceCloners;
            import java.nio.file.Path;

            public final class Main {
                public static void main(String[] arguments) {
                    try (VoiceCloner cloner = VoiceCloners.fromConfig(Path.of(arguments[0]))) {
                        var voice = cloner.cloneVoice(
                                CloneRequest.of(AudioSource.file(Path.of(arguments[1]))).withPreview("Hello."));
                        System.out.println("cloned " + voice.ref() + " on " + Main.class.getModule());
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
        Javac.run(List.of(
                "-p",
                ApplicationPath.whole(),
                "-d",
                directory.resolve("app").toString(),
                directory.resolve("src/module-info.java").toString(),
                sources.resolve("Main.java").toString()));
    }

    @EveryProvider
    void aModularApplicationClones(String provider, Emulator emulator) throws Exception {
        Path config = directory.resolve(provider + ".properties");
        List<String> lines = new ArrayList<>();
        emulator.properties(provider).forEach((key, value) -> lines.add(key + "=" + value));
        Files.write(config, lines);

        ForkedJvm.Result result = ForkedJvm.run(List.of(
                "-p",
                ApplicationPath.whole() + File.pathSeparator + directory.resolve("app"),
                "-m",
                "app/app.Main",
                config.toString(),
                Project.SAMPLES.resolve("speech.mp3").toString()));

        assertThat(result.output()).contains("cloned " + provider + ":").contains("on module app");
        assertThat(result.exitCode()).isZero();
    }
}
