package io.voicecloner.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code voicecloner} itself, which does nothing without a command after it. */
@Command(
        name = "voicecloner",
        description = "Clones a voice through whichever provider is configured, and speaks with it.",
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Configuration: --config FILE, else $VOICECLONER_CONFIG, else ./voicecloner.conf;",
            "environment variables such as MINIMAX_API_KEY stand above the file.",
            "Nothing configured? Try it on your own machine:",
            "  voicecloner clone samples/speech.mp3 --emulator"
        })
final class RootCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Print this and end.")
    boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Print the version and end.")
    boolean version;

    /** Reads the version that the build wrote down. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() throws IOException {
            try (InputStream text = RootCommand.class.getResourceAsStream("version.txt")) {
                return new String[] {
                    "voicecloner "
                            + (text == null
                                    ? "of unknown version"
                                    : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip())
                };
            }
        }
    }
}
