package io.voicecloner.preflight;

import io.voicecloner.AudioLimits;
import io.voicecloner.AudioSource;
import io.voicecloner.DurationCheck;
import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioInspector;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Judges a recording that is at hand. A name or an extension proves nothing and is not looked at. */
public final class Recording {
    private final String field;
    private final AudioLimits limits;
    private final DurationCheck durationCheck;
    private final Findings findings;
    private final AudioInspector inspector;

    /**
     * @param field {@code audio} or {@code promptAudio}
     * @param limits what the provider takes
     * @param findings is told everything that is wrong or worth knowing
     */
    public Recording(String field, AudioLimits limits, DurationCheck durationCheck, Findings findings) {
        this(field, limits, durationCheck, findings, Inspectors.installed());
    }

    Recording(
            String field,
            AudioLimits limits,
            DurationCheck durationCheck,
            Findings findings,
            AudioInspector inspector) {
        this.field = field;
        this.limits = limits;
        this.durationCheck = durationCheck;
        this.findings = findings;
        this.inspector = inspector;
    }

    /** The recording, ready to be sent; empty if something is wrong with it or it is on the web. */
    public Optional<PreparedAudio.Content> inspect(AudioSource source) {
        if (source instanceof AudioSource.File file) {
            return inspect(file.path(), '"' + file.path().toString() + '"');
        }
        if (source instanceof AudioSource.Bytes bytes) {
            return judged(bytes::open, bytes.length(), "The recording in memory");
        }
        if (source instanceof AudioSource.Stream stream) {
            try {
                Path spooled = stream.spooled(limits.maxBytes());
                PreparedAudio.Opener opener = () -> new StreamFile(stream, Files.newInputStream(spooled));
                return judged(opener, Files.size(spooled), "The stream");
            } catch (IOException e) {
                return wrong("unreadable", "The stream could not be read: " + e.getMessage() + '.');
            }
        }
        return Optional.empty();
    }

    /**
     * As {@link #inspect(AudioSource)}, for a file.
     *
     * @param name what to call it in messages
     */
    public Optional<PreparedAudio.Content> inspect(Path file, String name) {
        if (!Files.exists(file)) {
            return wrong("missing", "There is no file " + name + '.');
        }
        if (Files.isDirectory(file)) {
            return wrong("not-a-file", name + " is a directory, not a recording.");
        }
        if (!Files.isRegularFile(file)) {
            return wrong("not-a-file", name + " is not an ordinary file.");
        }
        if (!Files.isReadable(file)) {
            return wrong("unreadable", name + " may not be read by this user.");
        }
        try {
            long length = Files.size(file);
            Optional<PreparedAudio.Content> found = judged(() -> Files.newInputStream(file), length, name);
            return found.isEmpty()
                    ? found
                    : Optional.of(
                            new PreparedAudio.Content(found.get().format(), length, CheckedFile.of(file, length)));
        } catch (IOException e) {
            return wrong("unreadable", name + " could not be read: " + e.getMessage() + '.');
        }
    }

    private Optional<PreparedAudio.Content> judged(PreparedAudio.Opener opener, long length, String name) {
        if (length == 0) {
            return wrong("empty", name + " is empty.");
        }
        if (length > limits.maxBytes()) {
            return wrong(
                    "too-large", String.format(Locale.ROOT, "%s is larger than %,d bytes.", name, limits.maxBytes()));
        }
        AudioFacts facts;
        try {
            facts = inspector.inspect(opener, length);
        } catch (IOException e) {
            return wrong("unreadable", name + " could not be read: " + e.getMessage() + '.');
        }
        facts.faults().forEach(fault -> wrong(fault.rule(), name + ' ' + fault.finding() + '.'));
        facts.warnings().forEach(findings::warning);
        if (!facts.faults().isEmpty() || facts.format().isEmpty()) {
            return Optional.empty();
        }
        new LengthRule(durationCheck, limits, field, findings).judge(facts, name);
        return Optional.of(new PreparedAudio.Content(facts.format().get(), length, opener));
    }

    private Optional<PreparedAudio.Content> wrong(String rule, String message) {
        findings.violation(field, rule, message);
        return Optional.empty();
    }

    /** Holds on to the stream's source while its file is read: the file goes when the source does. */
    private static final class StreamFile extends java.io.FilterInputStream {
        private final AudioSource.Stream source;

        StreamFile(AudioSource.Stream source, InputStream in) {
            super(in);
            this.source = source;
        }

        @Override
        public String toString() {
            return source.toString();
        }
    }
}
