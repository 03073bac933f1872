package io.voicecloner.cli;

import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceCloner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code voicecloner clone}: checks, clones, saves the preview, prints the voice. */
@Command(
        name = "clone",
        description = "Makes a voice from a recording and prints it. Billed by the provider.",
        sortOptions = false)
final class CloneCommand implements Callable<Integer> {
    private final Screen screen;
    private final StopRequest stop;

    @Mixin
    private final CloneOptions options = new CloneOptions();

    CloneCommand(Screen screen, StopRequest stop) {
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        Deadline deadline = Deadline.in(options.common.timeout);
        CloneRules.check(options);
        try (OpenedCloner opened = OpenedCloner.open(options.common, null, screen)) {
            VoiceCloner cloner = opened.cloner();
            if (options.dryRun) {
                return CheckResult.print(cloner.check(options.request()), options.common.json, screen)
                        .code();
            }
            ClonedVoice voice = stop.heededBy(() -> clone(cloner, deadline));
            PreviewResult preview = stop.heededBy(() -> PreviewResult.of(cloner, voice, options.output, deadline));
            return print(withWarnings(voice, preview), preview).code();
        }
    }

    private ClonedVoice clone(VoiceCloner cloner, Deadline deadline) {
        CloneRequest request = options.request();
        request = deadline.remaining().map(request::withDeadline).orElse(request);
        if (!screen.terminal() || options.common.verbose) {
            return cloner.cloneVoice(request);
        }
        try (ProgressBar bar = new ProgressBar(screen.err(), System::nanoTime)) {
            return cloner.cloneVoice(request.withProgress(bar));
        }
    }

    private ClonedVoice withWarnings(ClonedVoice voice, PreviewResult preview) {
        List<String> warnings = new ArrayList<>(voice.warnings());
        preview.failure().ifPresent(warnings::add);
        if (options.common.emulator) {
            warnings.add("The emulator ends with this command, and with it the voice"
                    + (preview.url().isPresent() ? " and the preview's URL." : "."));
        }
        return voice.toBuilder().warnings(warnings).build();
    }

    private ExitCode print(ClonedVoice voice, PreviewResult preview) {
        ExitCode exit = preview.failure().isPresent() ? ExitCode.NOT_SAVED : ExitCode.DONE;
        if (options.common.json) {
            exit = screen.result(VoiceJson.of(voice, preview), exit);
            voice.warnings().forEach(screen::say);
        } else {
            exit = screen.result(voice.ref().toString(), exit);
            VoiceText.tell(voice, preview, screen);
        }
        return exit;
    }
}
