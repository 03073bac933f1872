package io.voicecloner.cli;

import static io.voicecloner.cli.Ran.SPEECH;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real processes and real signals: what the shell sees is the exit code of the command, not 128 and the signal's number. */
@Timeout(60)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there are no such signals")
class SignalsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void during_the_upload_the_process_ends_with_130(String signal) throws Exception {
        try (FakeProvider provider = new FakeProvider().fallSilent("/v1/files/upload")) {
            Process process = cloneThrough(provider);
            provider.awaitSilence();

            assertThat(exitAfter(signal, process)).isEqualTo(130);
            assertThat(stdout(process)).contains("\"category\":\"canceled\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void during_the_clone_the_process_ends_with_9(String signal) throws Exception {
        try (FakeProvider provider = new FakeProvider().fallSilent("/v1/voice_clone")) {
            Process process = cloneThrough(provider);
            provider.awaitSilence();

            assertThat(exitAfter(signal, process)).isEqualTo(9);
            assertThat(stdout(process)).contains("\"category\":\"ambiguous-outcome\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM"})
    void an_emulator_in_the_foreground_says_when_it_is_ready_and_ends_with_0(String signal) throws Exception {
        Process process = start("emulator");
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        List<String> ready = new ArrayList<>();
        do {
            ready.add(out.readLine());
        } while (!ready.get(ready.size() - 1).startsWith("key "));

        assertThat(ready).anyMatch(line -> line.matches("minimax http://127\\.0\\.0\\.1:\\d+/v1"));
        assertThat(ready).anyMatch(line -> line.matches("control http://127\\.0\\.0\\.1:\\d+/emulator"));
        assertThat(exitAfter(signal, process)).isZero();
        assertThat(out.readLine()).isNull();
    }

    private Process cloneThrough(FakeProvider provider) throws IOException {
        return start("clone", SPEECH, "--config", provider.config(folder).toString(), "--json");
    }

    /** A signal that this JVM was started to ignore would be ignored by its child too; so {@code env} puts it back. */
    private Process start(String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "env",
                "--default-signal=INT,HUP",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static int exitAfter(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("a signal did not end the process");
        }
        return process.exitValue();
    }

    private static String stdout(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
