package io.voicecloner.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a Java program in a process of its own. */
final class ForkedJvm {
    private ForkedJvm() {}

    /** What a program left behind. */
    record Result(int exitCode, String output) {}

    static Result run(List<String> arguments) throws IOException, InterruptedException {
        return run(arguments, Project.ROOT);
    }

    static Result run(List<String> arguments, Path workingDirectory) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Project.java()));
        command.addAll(arguments);
        Path output = Files.createTempFile("forked-", ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
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
