package io.voicecloner.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a Java program in a process of its own. */
final class ForkedJvm {
    private ForkedJvm() {}

    /** What a program left behind; its output holds what it wrote to standard error too. */
    record Result(int exitCode, String output) {}

    static Result run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, Project.ROOT);
    }

    static Result run(List<String> arguments, Path workingDirectory) throws IOException, InterruptedException {
        return run(arguments, workingDirectory, Map.of());
    }

    /** With these variables in its environment, and none of ours that happen to be in this process's. */
    static Result run(List<String> arguments, Path workingDirectory, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Project.java(), "-XX:TieredStopAtLevel=1"));
        command.addAll(arguments);
        Path output = Files.createTempFile("forked-", ".log");
        try {
            ProcessBuilder program = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            program.environment().keySet().removeIf(name -> name.matches("(VOICECLONER|MINIMAX|NOVITA|HIGHWAY)_.*"));
            program.environment().putAll(environment);
            Process process = program.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the program did not end: " + Files.readString(output));
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(output);
        }
    }
}
