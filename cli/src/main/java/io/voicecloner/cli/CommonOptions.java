package io.voicecloner.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command is told that talks to a provider. Filled by picocli; what was not given is null or false. */
final class CommonOptions {
    @Option(names = "--provider", paramLabel = "P", description = "The provider, or a configured account.")
    @Nullable
    String provider;

    @Option(
            names = "--fallback",
            paramLabel = "P",
            description = "Who is asked next if no voice was made, and whose voices can be used too; may be repeated. "
                    + "With --provider alone nobody is.")
    List<String> fallbacks = new ArrayList<>();

    @Option(names = "--config", paramLabel = "FILE", description = "The configuration file.")
    @Nullable
    Path config;

    @Option(names = "--emulator", description = "Use an emulator in this process: no key, no bill, no real voice.")
    boolean emulator;

    @Option(names = "--json", description = "Print one JSON object.")
    boolean json;

    @Option(names = "--verbose", description = "Tell what happens while it happens.")
    boolean verbose;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = DurationArgument.class,
            description = "What the whole command may take: 30s, 5m, PT30S.")
    @Nullable
    Duration timeout;
}
