package io.voicecloner.cli;

import io.voicecloner.Speech;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code voicecloner speak}: has a voice say a text, into a file or to standard output. */
@Command(
        name = "speak",
        description = {
            "Speaks a text with a voice. Billed by the provider, by the characters of the text.",
            "The first synthesis with a clone keeps it; it is when MiniMax takes the fee for the clone."
        },
        sortOptions = false)
final class SpeakCommand implements Callable<Integer> {
    private final Screen screen;
    private final StopRequest stop;

    @Mixin
    private final SpeakOptions options = new SpeakOptions();

    SpeakCommand(Screen screen, StopRequest stop) {
        this.screen = screen;
        this.stop = stop;
    }

    @Override
    public Integer call() {
        Deadline deadline = Deadline.in(options.common.timeout);
        SpeakRules.check(options, screen);
        try (OpenedCloner opened = OpenedCloner.open(options.common, options.voice, screen)) {
            Speech speech = opened.cloner().speech();
            SpeechRequest request = options.request(stop.heededBy(() -> deadline.during(this::text)));
            Synthesis made = stop.heededBy(() -> opened.using(() -> watched(speech, request, deadline)));
            return print(made).code();
        }
    }

    private String text() {
        return options.isTextPiped() ? SpokenText.read(screen.in(), options.voice.provider()) : options.text;
    }

    private Synthesis watched(Speech speech, SpeechRequest request, Deadline deadline) {
        SpeechRequest timed = deadline.remaining().map(request::withDeadline).orElse(request);
        if (!screen.terminal() || options.common.verbose) {
            return spoken(speech, timed);
        }
        try (SpeechProgressLine line = new SpeechProgressLine(screen.err(), System::nanoTime)) {
            return spoken(speech, timed.withProgress(line));
        }
    }

    private Synthesis spoken(Speech speech, SpeechRequest request) {
        Path file = options.file();
        return file == null
                ? speech.synthesize(request, new AudioToStandardOutput(screen.out()))
                : speech.synthesize(request, file);
    }

    private ExitCode print(Synthesis made) {
        Path file = options.file();
        ExitCode exit = ExitCode.DONE;
        if (options.common.json) {
            exit = screen.result(SpeechJson.of(made, file).toString(), exit);
        } else if (file != null) {
            exit = screen.result("Saved to " + file + ": " + SpeechText.size(made) + '.', exit);
        } else {
            screen.tell("Spoken: " + SpeechText.size(made) + '.');
        }
        SpeechText.tell(made, options.common.json, screen);
        return exit;
    }
}
