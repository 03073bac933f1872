package io.voicecloner.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.CloneRequest;
import io.voicecloner.Delivery;
import io.voicecloner.Reason;
import io.voicecloner.VoiceCloner;
import io.voicecloner.fake.Recordings;
import io.voicecloner.http.ScriptedServer;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt ends a blocking clone on the connection itself, and stays the caller's to see. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class InterruptedCloneTest {
    @TempDir
    Path directory;

    private ScriptedServer server;
    private VoiceCloner cloner;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        cloner = Cloners.onWire(server, null);
    }

    @AfterEach
    void stop() throws Exception {
        cloner.close();
        server.close();
    }

    @Test
    void beforeAnythingWasSentItIsCanceledAndNotTheFaultOfTheRecording() throws Exception {
        CloneRequest request = CloneRequest.of(AudioSource.file(Recordings.wavFile(directory, 500)));
        Thread.currentThread().interrupt();
        CanceledException failure = catchThrowableOfType(CanceledException.class, () -> cloner.cloneVoice(request));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure).hasMessageEndingWith("Nothing was sent.");
        assertThat(server.connections()).isZero();
    }

    @Test
    void duringTheUploadItIsCanceled() {
        Thread caller = Thread.currentThread();
        server.then(conversation -> {
            conversation.readRequest();
            caller.interrupt();
            conversation.waitForClientToGo();
        });
        CanceledException failure =
                catchThrowableOfType(CanceledException.class, () -> cloner.cloneVoice(Cloners.GOOD));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aroundTheEndOfTheUploadItIsCanceledAndNoCloneIsSent() {
        Thread caller = Thread.currentThread();
        server.then(ScriptedServer.json("{\"ok\":7}"));
        CloneRequest interrupting = Cloners.GOOD.withProgress((step, sent, total) -> {
            if (sent == total) {
                // Lands before the upload's answer or after it; both ways nothing more is sent.
                caller.interrupt();
            }
        });
        CanceledException failure =
                catchThrowableOfType(CanceledException.class, () -> cloner.cloneVoice(interrupting));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.voiceMayExist()).isFalse();
        assertThat(server.connections()).isLessThanOrEqualTo(1);
    }

    @Test
    void afterTheCloneWasSentTheOutcomeIsUnknown() {
        Thread caller = Thread.currentThread();
        server.then(ScriptedServer.json("{\"ok\":7}")).then(conversation -> {
            conversation.readRequest();
            caller.interrupt();
            conversation.waitForClientToGo();
        });
        AmbiguousOutcomeException failure =
                catchThrowableOfType(AmbiguousOutcomeException.class, () -> cloner.cloneVoice(Cloners.GOOD));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.reason()).isEqualTo(Reason.CANCELED);
        assertThat(failure.voiceMayExist()).isTrue();
        assertThat(failure.checks()).isNotEmpty();
        assertThat(failure.orphans()).containsExactly("file-7");
        assertThat(server.connections()).isEqualTo(2);
    }

    @Test
    void theNextCloneIsNotAffected() {
        Thread.currentThread().interrupt();
        assertThat(catchThrowableOfType(CanceledException.class, () -> cloner.cloneVoice(Cloners.GOOD)))
                .isNotNull();
        assertThat(Thread.interrupted()).isTrue();
        server.then(ScriptedServer.json("{\"ok\":1}")).then(ScriptedServer.json("{\"ok\":1}"));
        assertThat(cloner.cloneVoice(Cloners.GOOD).attempts()).isEqualTo(1);
    }
}
