package io.voicecloner.cli;

import picocli.CommandLine.Command;

/** {@code voicecloner voices}, which does nothing without a command after it. */
@Command(
        name = "voices",
        description = "Lists or deletes the clones of an account, where the provider can.",
        synopsisSubcommandLabel = "COMMAND")
final class VoicesCommand {}
