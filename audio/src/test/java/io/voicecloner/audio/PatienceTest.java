package io.voicecloner.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.AudioFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final byte[] RECORDING = Mp3File.frames(48_000, 1000);
    private static final Optional<AudioFormat> MP3 = Optional.of(AudioFormat.MP3);

    private final AtomicLong clock = new AtomicLong();
    private final Stopwatch parsing = new Stopwatch(Duration.ofSeconds(1), clock::get);

    @Test
    void endsWithALookThatTakesTooLongAndLetsTheRecordingPass() throws IOException {
        Source source = new Source(() -> new ByteArrayInputStream(RECORDING), RECORDING.length, parsing);

        AudioFacts facts = Guarded.look(source, MP3, () -> slowly(source));

        assertThat(facts.format()).contains(AudioFormat.MP3);
        assertThat(facts.length()).isEmpty();
        assertThat(facts.faults()).isEmpty();
        assertThat(facts.warnings())
                .containsExactly("The recording's length was not checked: looking into it took too long.");
    }

    @Test
    void isForLibrariesAndNotForASlowStream() throws IOException {
        Source source = new Source(SlowStream::new, RECORDING.length, parsing);

        AudioFacts facts = Guarded.look(source, MP3, () -> Mp3.inspect(source));

        assertThat(clock.get()).isGreaterThan(Duration.ofSeconds(5).toNanos());
        assertThat(Inspected.seconds(facts)).isEqualTo(24.0);
    }

    @Test
    void endsWithARefusalIfNotEvenTheFormatIsKnown() throws IOException {
        Source source = new Source(() -> new ByteArrayInputStream(RECORDING), RECORDING.length, parsing);

        AudioFacts facts = Guarded.look(source, Optional.empty(), () -> slowly(source));

        assertThat(Inspected.rules(facts)).containsExactly("not-audio");
    }

    /** As a library would that does a second's work for every piece, and takes the end of it for the end of the file. */
    private AudioFacts slowly(Source source) throws IOException {
        try (InputStream in = source.open()) {
            int pieces = 0;
            while (in.readNBytes(20_000).length > 0) {
                clock.addAndGet(Duration.ofMillis(600).toNanos());
                pieces++;
            }
            throw new AssertionError("was let read " + pieces + " pieces");
        } catch (IOException e) {
            return Findings.damaged(MP3);
        }
    }

    private final class SlowStream extends InputStream {
        private final InputStream in = new ByteArrayInputStream(RECORDING);

        @Override
        public int read() throws IOException {
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            return in.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            clock.addAndGet(Duration.ofSeconds(1).toNanos());
            return in.read(buffer, offset, wanted);
        }
    }
}
