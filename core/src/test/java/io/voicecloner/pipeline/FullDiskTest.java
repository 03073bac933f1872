package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.fake.BrokenStream;
import io.voicecloner.fake.Recordings;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disk with no room for the copy that a consent check is asked about was once told as a recording that cannot be read. */
@Tag("S21")
class FullDiskTest {
    private static final byte[] RECORDING = Recordings.wav(500);

    private final CallScope scope = CallScope.of("fake", Duration.ofMinutes(1));

    @Test
    void aCopyThatCannotBeWrittenIsNoFaultOfTheRecording() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(
                        () -> KnownRecording.read(content(new ByteArrayInputStream(RECORDING)), sha256(), full, scope))
                .isInstanceOf(KnownRecording.NotCopiedException.class)
                .hasMessage("No space left on device");
    }

    @Test
    void aRecordingThatCannotBeReadIs() {
        InputStream broken = new BrokenStream(0, new IOException("Input/output error"));
        assertThatThrownBy(() -> KnownRecording.read(content(broken), sha256(), OutputStream.nullOutputStream(), scope))
                .isNotInstanceOf(KnownRecording.NotCopiedException.class)
                .hasMessage("Input/output error");
    }

    private static PreparedAudio.Content content(InputStream stream) {
        return new PreparedAudio.Content(AudioFormat.WAV, RECORDING.length, () -> stream);
    }

    private static MessageDigest sha256() throws Exception {
        return MessageDigest.getInstance("SHA-256");
    }
}
