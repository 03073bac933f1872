package io.voicecloner.cli;

import io.voicecloner.AudioSource;
import io.voicecloner.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What must hold of the arguments of {@code clone}, before a voice is paid for. The request itself is the library's to check. */
final class CloneRules {
    private final CloneOptions options;
    private final List<Violation> broken = new ArrayList<>();

    private CloneRules(CloneOptions options) {
        this.options = options;
    }

    /** @throws UsageMistake naming everything that is wrong */
    static void check(CloneOptions options) {
        CloneRules rules = new CloneRules(options);
        rules.checkPairs();
        rules.checkOutput(options.output);
        if (!rules.broken.isEmpty()) {
            throw new UsageMistake(rules.broken);
        }
    }

    private void checkPairs() {
        refuseIf(
                options.promptAudio != null && options.promptText == null,
                "promptText",
                "missing",
                "--prompt-audio needs --prompt-text, the exact words said in it.");
        refuseIf(
                options.promptText != null && options.promptAudio == null,
                "promptAudio",
                "missing",
                "--prompt-text needs --prompt-audio, where these words are said.");
        refuseIf(options.model != null && options.text == null, "model", "without-text", "--model needs --text.");
        refuseIf(options.output != null && options.text == null, "output", "without-text", "--output needs --text.");
    }

    private void checkOutput(@Nullable Path output) {
        if (output == null) {
            return;
        }
        broken.addAll(OutputRules.brokenBy(output));
        refuseIf(
                isSameFile(options.audio, output) || isSameFile(options.promptAudio, output),
                "output",
                "is-the-recording",
                "--output " + output + " would replace a recording to be cloned.");
    }

    private void refuseIf(boolean wrong, String field, String rule, String message) {
        if (wrong) {
            broken.add(new Violation(field, rule, message));
        }
    }

    private static boolean isSameFile(@Nullable AudioSource source, Path output) {
        try {
            return source instanceof AudioSource.File file
                    && Files.exists(output)
                    && Files.exists(file.path())
                    && Files.isSameFile(file.path(), output);
        } catch (IOException e) {
            return false;
        }
    }
}
