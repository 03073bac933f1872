package io.voicecloner.cli;

import io.voicecloner.Violation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What must hold of the arguments of {@code speak}, before speech is paid for. The request itself is the library's to check. */
final class SpeakRules {
    private SpeakRules() {}

    /** @throws UsageMistake naming everything that is wrong */
    static void check(SpeakOptions options, Screen screen) {
        List<Violation> broken = new ArrayList<>();
        Path file = options.file();
        if (file != null) {
            broken.addAll(OutputRules.brokenBy(file));
        } else if (options.common.json) {
            broken.add(new Violation(
                    "output",
                    "missing",
                    "--json needs --output with a file: standard output takes the object or the audio, not both."));
        } else if (screen.terminals().out()) {
            broken.add(
                    new Violation(
                            "output",
                            "missing",
                            "--output is missing: audio is not written to a terminal. Name a file, or lead standard output into one."));
        }
        if (!broken.isEmpty()) {
            throw new UsageMistake(broken);
        }
    }
}
