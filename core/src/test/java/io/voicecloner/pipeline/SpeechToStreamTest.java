package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.REQUEST;
import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.AudioChunks;
import io.voicecloner.DownloadException;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.Reason;
import io.voicecloner.SpeechRequest;
import io.voicecloner.Synthesis;
import io.voicecloner.fake.SpeakingSession;
import io.voicecloner.spi.SpeechDelivery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Speech into a stream, and to whoever takes pieces. */
class SpeechToStreamTest {
    private static final byte[] ONE = {1, 2, 3};
    private static final byte[] TWO = {4, 5};

    /** Counts what is done to it. */
    private static final class Watched extends ByteArrayOutputStream {
        private int flushed;
        private int closed;

        @Override
        public void flush() {
            flushed++;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    @Test
    void aStreamIsFlushedAndStaysOpen() {
        Watched stream = new Watched();
        try (Speaking speaking = new Speaking(SpeakingSession.saying(ONE, TWO))) {
            Synthesis speech = speaking.speech().synthesize(REQUEST, stream);

            assertThat(speech.bytes()).isEqualTo(5);
            assertThat(speaking.session.asked().get(0).delivery()).isEqualTo(SpeechDelivery.STREAM);
        }
        assertThat(stream.toByteArray()).containsExactly(1, 2, 3, 4, 5);
        assertThat(stream.flushed).isPositive();
        assertThat(stream.closed).isZero();
    }

    @Test
    void aFormatThatIsNotStreamedComesWhole() {
        try (Speaking speaking = new Speaking(SpeakingSession.saying(ONE))) {
            speaking.speech().synthesize(REQUEST.withFormat("wav"), new Watched());

            assertThat(speaking.session.asked().get(0).delivery()).isEqualTo(SpeechDelivery.WHOLE);
        }
    }

    @Test
    void aStreamThatCannotBeFlushedDidNotTakeAllOfIt() {
        OutputStream full = new ByteArrayOutputStream() {
            @Override
            public void flush() throws IOException {
                throw new IOException("no space");
            }
        };
        try (Speaking speaking = new Speaking(SpeakingSession.saying(ONE))) {
            DownloadException failure =
                    failure(DownloadException.class, () -> speaking.speech().synthesize(REQUEST, full));

            assertThat(failure.reason()).isEqualTo(Reason.OUTPUT);
            assertThat(failure.bytesDelivered()).isEqualTo(3);
            assertThat(failure.moneyMayBeSpent()).isTrue();
        }
    }

    @Test
    void piecesComeInOrderAndAreTheReceiversToKeep() {
        List<byte[]> pieces = new ArrayList<>();
        byte[] reused = {1, 2, 3};
        try (Speaking speaking = new Speaking((request, output, scope) -> {
            SpeakingSession.say(output, scope, reused, new byte[0], TWO);
            reused[0] = 99;
            return io.voicecloner.spi.SpokenAudio.handedOut();
        })) {
            speaking.speech().synthesize(REQUEST, (AudioChunks) pieces::add);
        }
        assertThat(pieces).containsExactly(ONE, TWO);
    }

    @Test
    void onlyWhatIsStreamedGoesToAReceiverOfPieces() {
        try (Speaking speaking = new Speaking(SpeakingSession.saying(ONE))) {
            for (SpeechRequest request : List.of(
                    REQUEST.withFormat("wav"),
                    REQUEST.withAudioByLink(true),
                    SpeechRequest.of(Speaking.VOICE, "a".repeat(10_000)))) {
                failure(
                        InvalidRequestException.class,
                        () -> speaking.speech().synthesize(request, (AudioChunks) chunk -> {}));
            }
            assertThat(speaking.session.asked()).isEmpty();
        }
    }

    /** The first piece would have found it missing, when all was paid for. */
    @Test
    @SuppressWarnings("NullAway") // Callers need not be checked by it.
    void withoutAReceiverNothingIsSent() {
        try (Speaking speaking = new Speaking(SpeakingSession.saying(ONE))) {
            assertThatThrownBy(() -> speaking.speech().synthesize(REQUEST, (AudioChunks) null))
                    .isInstanceOf(NullPointerException.class);
            assertThatThrownBy(() -> speaking.speech().synthesize(REQUEST, (OutputStream) null))
                    .isInstanceOf(NullPointerException.class);
            assertThat(speaking.session.asked()).isEmpty();
        }
    }
}
