package io.voicecloner.cli;

import io.voicecloner.SpeechProgress;
import io.voicecloner.Step;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line on a terminal that shows how much of the speech is here, and is gone in the end. */
final class SpeechProgressLine implements SpeechProgress, AutoCloseable {
    private final StatusLine line;

    SpeechProgressLine(PrintStream terminal, LongSupplier nanoClock) {
        this.line = new StatusLine(terminal, nanoClock);
    }

    @Override
    public void onProgress(Step step, long audioBytes) {
        line.show(() -> text(step, audioBytes), false);
    }

    private static String text(Step step, long audioBytes) {
        return step == Step.AWAIT_SPEECH
                ? step.doing()
                : String.format(Locale.ROOT, "%s, %.1f MB", step.doing(), audioBytes / 1e6);
    }

    @Override
    public void close() {
        line.close();
    }
}
