package io.voicecloner.audio;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.IOException;
import java.util.Optional;

/** Stands round the libraries: however one fails over what a recording holds, that is a finding. */
final class Guarded {
    private Guarded() {}

    /** A look into a recording, which may fail in any way. */
    @FunctionalInterface
    interface Look {
        AudioFacts into() throws Exception;
    }

    /**
     * What the look finds.
     *
     * @param format the container, as far as it is known before
     * @throws IOException if the recording could not be read, even if a library kept that to itself
     */
    static AudioFacts look(Source source, Optional<AudioFormat> format, Look look) throws IOException {
        Optional<AudioFacts> facts = attempt(look);
        source.passOnFailure();
        if (source.outOfTime()) {
            return Findings.unfathomed(format);
        }
        return facts.orElseGet(() -> Findings.damaged(format));
    }

    private static Optional<AudioFacts> attempt(Look look) {
        try {
            return Optional.of(look.into());
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            return Optional.empty();
        }
    }
}
