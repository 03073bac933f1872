package io.voicecloner.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.spi.AudioFacts;
import io.voicecloner.spi.PreparedAudio;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallersStreamTest {
    static Stream<byte[]> recordings() {
        return Stream.of(
                WavFile.seconds(1),
                WavFile.riff(WavFile.format(WavFile.ADPCM, 1, 24_000, 4), WavFile.data(9000, 9000)),
                Bytes.join(Mp3File.tag(100), Mp3File.frames(24_000, 500)),
                Mp4File.of(Mp4File.sound("mp4a")),
                Bytes.text("%PDF-1.4\n"));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void isPassedOnInItsFailureWhereverItFails(byte[] recording) throws IOException {
        int reads = countReads(recording);

        for (int failing = 0; failing < reads; failing++) {
            int last = failing;
            AtomicInteger read = new AtomicInteger();
            IOException failure = new IOException("the cable was pulled");

            assertThatThrownBy(() -> inspect(recording, () -> {
                        if (read.getAndIncrement() == last) {
                            throw failure;
                        }
                    }))
                    .as("at read %d of %d", failing, reads)
                    .isSameAs(failure);
        }
    }

    @Test
    void mayFailInAnUncheckedWay() {
        assertThatThrownBy(() -> inspect(WavFile.seconds(1), () -> {
                    throw new UncheckedIOException(new IOException("gone"));
                }))
                .isInstanceOf(IOException.class)
                .hasMessage("the recording could not be read")
                .hasCauseInstanceOf(UncheckedIOException.class);
    }

    @Test
    void mayFailToOpen() {
        IOException failure = new IOException("locked");

        assertThatThrownBy(() -> Inspected.INSPECTOR.inspect(
                        () -> {
                            throw failure;
                        },
                        100))
                .isSameAs(failure);
        assertThatThrownBy(() -> Inspected.INSPECTOR.inspect(
                        () -> {
                            throw new IllegalStateException("closed");
                        },
                        100))
                .isInstanceOf(IOException.class)
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void isClosedAsOftenAsItIsOpened(byte[] recording) throws IOException {
        AtomicInteger open = new AtomicInteger();

        Inspected.INSPECTOR.inspect(
                () -> {
                    open.incrementAndGet();
                    return new FilterInputStream(new ByteArrayInputStream(recording)) {
                        @Override
                        public void close() {
                            open.decrementAndGet();
                        }
                    };
                },
                recording.length);

        assertThat(open).hasValue(0);
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void isNotReadPastTheDeclaredLengthNorInLargePieces(byte[] recording) throws IOException {
        AudioFacts facts = Inspected.INSPECTOR.inspect(() -> new Unending(recording), recording.length);

        assertThat(facts).isEqualTo(Inspected.of(recording));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void mayGiveNothingForAWhile(byte[] recording) throws IOException {
        AudioFacts facts = Inspected.INSPECTOR.inspect(
                () -> new FilterInputStream(new ByteArrayInputStream(recording)) {
                    @Override
                    public int read(byte[] buffer, int offset, int wanted) {
                        return 0;
                    }

                    @Override
                    public long skip(long wanted) {
                        return 0;
                    }
                },
                recording.length);

        assertThat(facts).isEqualTo(Inspected.of(recording));
    }

    @Test
    void mayBeShorterThanDeclared() throws IOException {
        byte[] recording = Mp4File.of(Mp4File.sound("mp4a"));
        PreparedAudio.Opener opener = () -> new ByteArrayInputStream(recording, 0, 5000);

        assertThat(Inspected.rules(Inspected.INSPECTOR.inspect(opener, recording.length)))
                .containsExactly("damaged");
    }

    private static int countReads(byte[] recording) throws IOException {
        AtomicInteger reads = new AtomicInteger();
        inspect(recording, reads::incrementAndGet);
        return reads.get();
    }

    private static void inspect(byte[] recording, BeforeRead before) throws IOException {
        Inspected.INSPECTOR.inspect(
                () -> new FilterInputStream(new ByteArrayInputStream(recording)) {
                    @Override
                    public int read() throws IOException {
                        before.read();
                        return super.read();
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int wanted) throws IOException {
                        before.read();
                        return super.read(buffer, offset, wanted);
                    }

                    @Override
                    public long skip(long wanted) throws IOException {
                        before.read();
                        return super.skip(wanted);
                    }
                },
                recording.length);
    }

    private interface BeforeRead {
        void read() throws IOException;
    }

    /** Goes on for ever behind the recording, which nobody may notice. */
    private static final class Unending extends InputStream {
        private final byte[] recording;
        private int position;

        Unending(byte[] recording) {
            this.recording = recording;
        }

        @Override
        public int read() {
            assertThat(position).isLessThan(recording.length);
            return recording[position++] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) {
            assertThat(wanted).isLessThanOrEqualTo(64 * 1024);
            assertThat(position + wanted).isLessThanOrEqualTo(recording.length);
            System.arraycopy(recording, position, buffer, offset, wanted);
            position += wanted;
            return wanted;
        }
    }
}
