package io.voicecloner.host.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.InvalidRequestException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.AudioFormat;
import io.voicecloner.spi.AudioHost;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingBodyTest {
    private static final byte[] AUDIO = Recordings.noise(70_000);

    static Stream<Arguments> unfitRecordings() {
        return Stream.of(
                Arguments.of("grew", Recordings.declared(AUDIO, AUDIO.length - 1)),
                Arguments.of("shrank", Recordings.declared(AUDIO, AUDIO.length + 1)),
                Arguments.of("cannot be read", opening(() -> {
                    throw new IOException("gone");
                })),
                Arguments.of("cannot be read", opening(() -> {
                    throw new IllegalStateException("gone");
                })),
                Arguments.of("cannot be opened", opening(new FailingTheSecondTime())),
                Arguments.of("cannot be read", opening(RecordingBodyTest::failingHalfway)));
    }

    private static InputStream failingHalfway() {
        return new ByteArrayInputStream(AUDIO) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                if (available() < AUDIO.length / 2) {
                    throw new UncheckedIOException(new IOException("a bad sector"));
                }
                return super.read(buffer, offset, length);
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfitRecordings")
    void aRecordingThatFailsMeanwhileIsNotPublished(String what, PreparedAudio.Content audio) throws Exception {
        try (S3Server server = S3Server.start();
                AudioHost host = new S3AudioHostFactory().open(server.settings())) {
            InvalidRequestException unfit =
                    catchThrowableOfType(InvalidRequestException.class, () -> host.publish(audio));

            assertThat(unfit.reason()).isEqualTo(Reason.AUDIO);
            assertThat(unfit.step()).isEqualTo(Step.PUBLISH);
            assertThat(unfit).hasMessageContaining("the recording " + what);
            assertThat(server.keys()).isEmpty();
        }
    }

    @Test
    void isClosedAfterReading() throws Exception {
        AtomicInteger open = new AtomicInteger();
        try (S3Server server = S3Server.start();
                AudioHost host = new S3AudioHostFactory().open(server.settings())) {
            host.publish(opening(() -> {
                open.incrementAndGet();
                return new ByteArrayInputStream(AUDIO) {
                    @Override
                    public void close() {
                        open.decrementAndGet();
                    }
                };
            }));

            assertThat(open).hasValue(0);
        }
    }

    private static PreparedAudio.Content opening(PreparedAudio.Opener opener) {
        return new PreparedAudio.Content(AudioFormat.WAV, AUDIO.length, opener);
    }

    /** The first time is for the signature, which plain http asks for. */
    private static final class FailingTheSecondTime implements PreparedAudio.Opener {
        private final AtomicInteger times = new AtomicInteger();

        @Override
        public InputStream open() throws IOException {
            if (times.getAndIncrement() > 0) {
                throw new IOException("gone");
            }
            return new ByteArrayInputStream(AUDIO);
        }
    }
}
