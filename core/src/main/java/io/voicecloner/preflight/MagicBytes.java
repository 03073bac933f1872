package io.voicecloner.preflight;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioInspector;
import io.voicecloner.spi.PreparedAudio;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** What can be told without the audio module: the container, by the first bytes. */
final class MagicBytes implements AudioInspector {
    @Override
    public AudioFacts inspect(PreparedAudio.Opener recording, long length) throws IOException {
        byte[] head;
        try (InputStream in = recording.open()) {
            head = in.readNBytes(AudioFormat.MAGIC_BYTES);
        }
        Optional<AudioFormat> format = AudioFormat.of(head);
        List<AudioFacts.Fault> faults = format.isPresent()
                ? List.of()
                : List.of(new AudioFacts.Fault(
                        "not-audio", "is not an mp3, m4a or wav recording, whatever it is called"));
        return new AudioFacts(
                format,
                Optional.empty(),
                false,
                faults,
                List.of(
                        "Only the size and the first bytes of the recording were checked: voicecloner-audio is not on the path."));
    }
}
