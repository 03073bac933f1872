package io.voicecloner.fake;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioInspector;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Believes the first bytes, and that everything plays for {@link #length}. */
public final class FakeAudioInspector implements AudioInspector {
    /** What every recording plays for. */
    public static volatile Optional<Duration> length = Optional.of(Duration.ofSeconds(7));

    @Override
    public AudioFacts inspect(PreparedAudio.Opener recording, long bytes) throws IOException {
        try (InputStream in = recording.open()) {
            Optional<AudioFormat> format = AudioFormat.of(in.readNBytes(AudioFormat.MAGIC_BYTES));
            List<AudioFacts.Fault> faults = format.isPresent()
                    ? List.of()
                    : List.of(new AudioFacts.Fault("not-audio", "is not an mp3, m4a or wav recording"));
            return new AudioFacts(format, length, true, faults, List.of());
        }
    }
}
