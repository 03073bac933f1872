package io.voicecloner.cli;

import io.voicecloner.Violation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What must hold of a file that a command is to write, before anything is paid for. */
final class OutputRules {
    private OutputRules() {}

    /** What is wrong with it; nothing if it can be written. */
    static List<Violation> brokenBy(Path output) {
        if (Files.exists(output) && !Files.isRegularFile(output)) {
            return List.of(broken("not-a-file", "--output " + output + " is there already and is not a file."));
        }
        Path folder = output.toAbsolutePath().normalize().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return List.of(broken("no-folder", "--output: there is no folder " + folder + "."));
        }
        if (folder != null && !Files.isWritable(folder)) {
            return List.of(broken("not-writable", "--output: may not write to " + folder + "."));
        }
        return List.of();
    }

    private static Violation broken(String rule, String message) {
        return new Violation("output", rule, message);
    }
}
