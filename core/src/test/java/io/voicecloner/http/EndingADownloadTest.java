package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CanceledException;
import io.voicecloner.DownloadException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Giving up a download, and running out of time. */
@Timeout(value = 5, unit = TimeUnit.SECONDS)
class EndingADownloadTest {
    private final GuardedDownloader downloader = new GuardedDownloader(null, true);
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        downloader.close();
        server.close();
    }

    @Test
    void nothingIsAskedForAfterTheDeadlineOrAfterGivingUp() {
        CallScope late = CallScope.of("fake", Duration.ofNanos(1));
        assertThat(failure(late).reason()).isEqualTo(Reason.DEADLINE);
        CallScope canceled = scope();
        canceled.cancel();
        assertThat(catchThrowableOfType(CanceledException.class, () -> download(canceled)))
                .isNotNull();
        assertThat(server.connections()).isZero();
    }

    @Test
    void givingUpEndsADownloadInFlight() {
        CallScope scope = scope();
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nsou");
            scope.cancel();
            conversation.waitForClientToGo();
        });
        assertThat(catchThrowableOfType(CanceledException.class, () -> download(scope)))
                .hasMessageContaining("The voice itself is not affected");
    }

    @Test
    void theDeadlineEndsADownloadInFlight() {
        server.then(conversation -> {
            conversation.readRequest();
            conversation.waitForClientToGo();
        });
        assertThat(failure(CallScope.of("fake", Duration.ofMillis(100))).reason())
                .isEqualTo(Reason.DEADLINE);
    }

    private long download(CallScope scope) {
        return downloader.download(server.uri("/"), Step.DOWNLOAD, 1_000, scope, OutputStream::nullOutputStream);
    }

    private DownloadException failure(CallScope scope) {
        return catchThrowableOfType(DownloadException.class, () -> download(scope));
    }

    private static CallScope scope() {
        return CallScope.of("fake", Duration.ofSeconds(30));
    }
}
