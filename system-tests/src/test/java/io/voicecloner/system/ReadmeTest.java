package io.voicecloner.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Feature;
import io.voicecloner.InstalledProvider;
import io.voicecloner.VoiceCloners;
import io.voicecloner.emulator.Emulator;
import io.voicecloner.emulator.EmulatorExtension;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the README shows compiles and runs, and its table says what the code says. */
@ExtendWith(EmulatorExtension.class)
class ReadmeTest {
    private static final String IMPORTS = """
            import io.voicecloner.*;
            import io.voicecloner.emulator.*;
            import java.nio.file.*;
            import org.junit.jupiter.api.*;
            import org.junit.jupiter.api.extension.*;
            import static org.assertj.core.api.Assertions.assertThat;
            """;

    private static final String README = "README.md";

    @TempDir
    Path directory;

    @EveryProvider
    void theFirstBlockRunsWithEveryProvider(String provider, Emulator emulator) throws Exception {
        Javac.compile(
                directory,
                "Readme",
                IMPORTS + "public class Readme { public static void main(String[] a) {\n"
                        + Page.of(README).block("java") + "}}");
        copySamples();
        List<String> arguments = new ArrayList<>();
        emulator.properties(provider).forEach((key, value) -> arguments.add("-D" + key + "=" + value));
        arguments.addAll(List.of("-cp", classPath(), "Readme"));

        ForkedJvm.Result result = ForkedJvm.run(arguments, directory);

        assertThat(result.output()).startsWith(provider + ":");
        assertThat(result.exitCode()).isZero();
        assertThat(directory.resolve("preview.mp3")).hasSameBinaryContentAs(Project.SAMPLES.resolve("speech.m4a"));
    }

    @Test
    void theTestBlockCompiles() throws IOException {
        Javac.compile(
                directory,
                "MyTest",
                IMPORTS + Page.of(README).section("Test against it").block("java"));
        assertThat(directory.resolve("MyTest.class")).exists();
    }

    @Test
    void theBlockOnFailoverCompiles() throws IOException {
        compileStatements("Failover", "String minimaxKey, String novitaKey, CloneRequest request");
    }

    @Test
    void theBlockOnListenersAndGatesCompiles() throws IOException {
        compileStatements("Look inside", "");
    }

    private void compileStatements(String section, String parameters) throws IOException {
        String block = Page.of(README).section(section).block("java");
        Javac.compile(
                directory, "Shown", IMPORTS + "class Shown { static void run(" + parameters + ") {\n" + block + "}}");
        assertThat(directory.resolve("Shown.class")).exists();
    }

    @ParameterizedTest
    @EnumSource(Feature.class)
    void theTableSaysWhatTheProvidersCanDo(Feature feature) throws IOException {
        List<String> row = Page.of(README).row(feature.id());
        List<InstalledProvider> installed = VoiceCloners.installed();
        assertThat(row).hasSameSizeAs(installed);
        for (int i = 0; i < row.size(); i++) {
            boolean has = installed.get(i).capabilities().has(feature);
            String cell = row.get(i);
            if (feature == Feature.PREVIEW) {
                assertThat(cell).isEqualTo(installed.get(i).capabilities().previewCodePoints() + " characters");
            } else if (has) {
                assertThat(cell).isEqualTo("yes");
            } else {
                assertThat(cell).isNotEqualTo("yes");
            }
        }
    }

    @Test
    void theColumnsOfTheTableAreTheInstalledProviders() throws IOException {
        assertThat(Page.of(README).row("`provider`"))
                .isEqualTo(VoiceCloners.installed().stream()
                        .map(provider -> '`' + provider.id() + '`')
                        .toList());
    }

    @Test
    void theReadmeShowsCodeEarlyAndStaysShort() throws IOException {
        List<String> lines = Page.of(README).lines();
        assertThat(lines.indexOf("```java")).isLessThan(20);
        assertThat(lines).hasSizeLessThanOrEqualTo(200);
    }

    private void copySamples() throws IOException {
        Path copies = Files.createDirectories(directory.resolve("samples"));
        for (String name : List.of("speech.m4a", "prompt.mp3")) {
            Files.copy(Project.SAMPLES.resolve(name), copies.resolve(name));
        }
    }

    private String classPath() {
        return directory + File.pathSeparator + String.join(File.pathSeparator, Project.classPath());
    }
}
