package io.voicecloner.testkit;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioInspector;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Believes the first bytes, takes everything for {@link Silence}, and tells the host of one provider that it was asked. */
public final class TalkativeInspector implements AudioInspector {
    @Override
    public AudioFacts inspect(PreparedAudio.Opener recording, long length) throws IOException {
        FakeHost.startedFor(BrokenDiscovery.ChecksConnect.ID).forEach(FakeHost::ping);
        try (InputStream in = recording.open()) {
            Optional<AudioFormat> format = AudioFormat.of(in.readNBytes(AudioFormat.MAGIC_BYTES));
            return new AudioFacts(
                    format, Optional.of(Duration.ofMillis((length - 44) / 16)), true, List.of(), List.of());
        }
    }
}
