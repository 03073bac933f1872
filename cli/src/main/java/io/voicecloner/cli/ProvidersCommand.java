package io.voicecloner.cli;

import io.voicecloner.InstalledProvider;
import io.voicecloner.VoiceCloners;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voicecloner providers}: what is installed and what each can do. */
@Command(name = "providers", description = "Prints which providers are installed and what each can do.")
final class ProvidersCommand implements Callable<Integer> {
    private final Screen screen;

    @Option(names = "--json", description = "Print a JSON array.")
    private boolean json;

    ProvidersCommand(Screen screen) {
        this.screen = screen;
    }

    @Override
    public Integer call() {
        List<InstalledProvider> installed = VoiceCloners.installed();
        return screen.result(json ? ProvidersJson.of(installed) : ProvidersText.of(installed), ExitCode.DONE)
                .code();
    }
}
