package io.voicecloner.minimax;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.AudioSource;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.Delivery;
import io.voicecloner.InvalidRequestException;
import io.voicecloner.ProviderUnavailableException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.testkit.wire.WireServer.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recording of many megabytes breaks off on its way. No server keeps half a file, so that it is sent again from its first byte. */
@Tag("faults")
class BrokenUploadTest {
    private static final int MEBIBYTE = 1024 * 1024;

    @TempDir
    Path directory;

    @AutoClose
    private final FaultyMiniMax minimax = new FaultyMiniMax();

    private final AtomicLong sent = new AtomicLong();
    private FaultyLine line;
    private Path recording;

    @BeforeEach
    void start() throws Exception {
        line = new FaultyLine(minimax.server().uri("/"));
        minimax.with("base-url", line.uri("/v1").toString());
        recording = Files.write(directory.resolve("recording.wav"), Requests.wav(16 * MEBIBYTE));
    }

    @AfterEach
    void stop() {
        line.close();
    }

    @Test
    @Tag("F30")
    void anUploadThatIsResetIsBegunAgainAndArrivesWholeOnce() throws Exception {
        line.then(FaultyLine.resetAfter(MEBIBYTE));

        ClonedVoice voice = minimax.clone(request());

        expectWholeOnce(voice);
    }

    @Test
    @Tag("F30")
    void anUploadThatIsResetEveryTimeMadeNothing() {
        for (int attempt = 0; attempt < 4; attempt++) {
            line.then(FaultyLine.resetAfter(MEBIBYTE));
        }

        VoiceClonerException failure = minimax.failure(request());

        expectNothing(failure, Reason.CONNECTION_LOST);
    }

    @Test
    @Tag("F31")
    void anUploadThatIsNotTakenIsBegunAgain() throws Exception {
        minimax.with("write-timeout", "300ms");
        line.then(line.stallAfter(MEBIBYTE));

        ClonedVoice voice = minimax.clone(request());

        expectWholeOnce(voice);
    }

    @Test
    @Tag("F31")
    void anUploadThatIsNeverTakenMadeNothing() {
        minimax.with("write-timeout", "200ms");
        for (int attempt = 0; attempt < 4; attempt++) {
            line.then(line.stallAfter(MEBIBYTE));
        }

        VoiceClonerException failure = minimax.failure(request());

        expectNothing(failure, Reason.TIMEOUT);
    }

    @Test
    @Tag("F32")
    void aRefusalBeforeTheEndIsBelievedAndTheRestStaysHere() {
        AtomicLong sentBefore = new AtomicLong();
        line.then(client -> {
            client.getInputStream().readNBytes(MEBIBYTE);
            awaitStall();
            sentBefore.set(sent.get());
            refuse(client);
        });

        VoiceClonerException failure = minimax.failure(request());

        assertThat(failure).isInstanceOf(InvalidRequestException.class).hasMessageContaining("413");
        assertThat(failure.delivery()).isEqualTo(Delivery.REJECTED);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.orphans()).isEmpty();
        assertThat(sent.get() - sentBefore.get()).isLessThanOrEqualTo(MEBIBYTE);
        assertThat(sentBefore.get()).isLessThan(15L * MEBIBYTE);
        assertThat(line.connections()).isEqualTo(1);
        assertThat(minimax.time.waits()).isEmpty();
    }

    @Test
    @Tag("F34")
    void aRecordingThatIsCutShortOnDiskMeanwhileIsNotSentAgain() {
        line.then(client -> {
            client.getInputStream().readNBytes(MEBIBYTE);
            try (FileChannel file = FileChannel.open(recording, StandardOpenOption.WRITE)) {
                file.truncate(8L * MEBIBYTE);
            }
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        });

        VoiceClonerException failure = minimax.failure(request());

        assertThat(failure).isInstanceOf(InvalidRequestException.class).hasMessageContaining("shrank");
        assertThat(failure.reason()).isEqualTo(Reason.AUDIO);
        assertThat(failure.step()).isEqualTo(Step.UPLOAD);
        assertThat(failure.orphans()).isEmpty();
        assertThat(sent.get()).isEqualTo(8L * MEBIBYTE);
        assertThat(line.connections()).isEqualTo(1);
        assertThat(minimax.server().received()).isEmpty();
        assertThat(minimax.time.waits()).isEmpty();
    }

    private CloneRequest request() {
        return CloneRequest.of(AudioSource.file(recording)).withProgress((step, bytes, total) -> sent.set(bytes));
    }

    /** One broken upload, one whole, one clone; and nothing is looked for, since nothing can be there. */
    private void expectWholeOnce(ClonedVoice voice) throws Exception {
        assertThat(line.connections()).isEqualTo(3);
        assertThat(minimax.uploads()).hasSize(1);
        byte[] arrived = minimax.uploads().get(0).parts().get(1).bytes();
        assertThat(arrived).hasSize(16 * MEBIBYTE);
        assertThat(sha256(arrived)).isEqualTo(sha256(Files.readAllBytes(recording)));
        assertThat(minimax.askedFor()).containsExactly(voice.ref().id());
        assertThat(minimax.lists()).isEmpty();
        assertThat(voice.orphans()).isEmpty();
        assertThat(minimax.time.waits()).hasSize(1);
    }

    private void expectNothing(VoiceClonerException failure, Reason reason) {
        assertThat(failure).isInstanceOf(ProviderUnavailableException.class);
        assertThat(failure.reason()).isEqualTo(reason);
        assertThat(failure.delivery()).isEqualTo(Delivery.INCOMPLETE);
        assertThat(failure.attempts()).isEqualTo(3);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(failure.orphans()).isEmpty();
        assertThat(line.connections()).isEqualTo(3);
        assertThat(minimax.server().received()).isEmpty();
    }

    /** Until nothing more fits into the line. */
    private void awaitStall() {
        long before = -1;
        while (sent.get() != before) {
            before = sent.get();
            try {
                Thread.sleep(150);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** What was sent and is not read by then turns the end into a reset. */
    private static void refuse(Socket client) throws IOException {
        Reply.of(413, "application/json", "{\"message\":\"too large\"}").on(client);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
