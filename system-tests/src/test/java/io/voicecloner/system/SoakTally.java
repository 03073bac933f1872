package io.voicecloner.system;

import io.voicecloner.CloneEvent;
import io.voicecloner.CloneListener;
import io.voicecloner.ClonedVoice;
import io.voicecloner.VoiceClonerException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What callers and listeners were told, line by line in a file: in memory it would look like a leak. Thread-safe. */
final class SoakTally implements CloneListener, AutoCloseable {
    private final Map<String, AtomicLong> counts = new ConcurrentHashMap<>();
    private final Path file;
    private final BufferedWriter lines;

    SoakTally(Path file) throws IOException {
        this.file = file;
        this.lines = Files.newBufferedWriter(file);
    }

    /** Voices and doubts are tallied by what a listener is told: a cancelled future tells nothing. */
    @Override
    public void onEvent(CloneEvent event) {
        if (event instanceof CloneEvent.VoiceMade made) {
            write("voice " + made.voice().provider() + ' ' + made.voice().id());
            count(made.confirmation() == io.voicecloner.Confirmation.INFERRED ? "voices inferred" : "voices confirmed");
        } else if (event instanceof CloneEvent.OutcomeUnknown unknown) {
            write("doubt " + unknown.provider() + ' ' + unknown.voiceId().orElse("-"));
            count("doubts");
        } else if (event instanceof CloneEvent.FailedOver) {
            count("failovers");
        } else if (event instanceof CloneEvent.CloneFailed failed) {
            count("at one provider: " + failed.reason().id());
        }
    }

    void made(int call, ClonedVoice voice) {
        write("made " + call + ' ' + voice.ref().provider());
        count("calls that made a voice");
    }

    void failed(int call, VoiceClonerException failure) {
        write((failure.voiceMayExist() ? "perhaps " : "none ") + call);
        count("calls that failed: " + failure.category().id());
    }

    void unforeseen(Throwable thrown) {
        write("unforeseen " + thrown);
        count("unforeseen");
    }

    void count(String what) {
        counts.computeIfAbsent(what, any -> new AtomicLong()).incrementAndGet();
    }

    Map<String, AtomicLong> counts() {
        return new TreeMap<>(counts);
    }

    private synchronized void write(String line) {
        try {
            lines.write(line + '\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the lines are, whole once this is closed. */
    Path file() {
        return file;
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
    }
}
