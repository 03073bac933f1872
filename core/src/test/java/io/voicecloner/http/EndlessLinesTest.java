package io.voicecloner.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AmbiguousOutcomeException;
import io.voicecloner.Category;
import io.voicecloner.DownloadException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A line without an end around the parts of an answer once filled the memory: the transport reads lines whole, before any cap on the
 * answer.
 */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class EndlessLinesTest {
    private static final long MEBIBYTE = 1024 * 1024;

    private final AtomicLong sent = new AtomicLong();
    private final CountDownLatch brokenOff = new CountDownLatch(1);
    private ScriptedServer server;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8;", "8\r\n{\"ok\":1}", "8\r\n{\"ok\":1}\r\n0\r\nX: "})
    @Tag("S22")
    @Tag("S31")
    void anAnswerIsGivenUp(String begun) throws Exception {
        server.then(conversation -> endlessly(conversation, "application/json", begun));
        try (WireProbe probe = new WireProbe(server.uri("/"), Duration.ofSeconds(5))) {
            VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, probe::create);

            assertThat(failure).isInstanceOf(AmbiguousOutcomeException.class);
        }
        assertGivenUp();
    }

    @Test
    @Tag("S22")
    void anUploadSaysNothingOfAVoiceThen() throws Exception {
        server.then(conversation -> endlessly(conversation, "application/json", "8;"));
        try (WireProbe probe = new WireProbe(server.uri("/"), Duration.ofSeconds(5))) {
            VoiceClonerException failure = catchThrowableOfType(VoiceClonerException.class, () -> probe.upload(500));

            assertThat(failure.category()).isEqualTo(Category.UNEXPECTED_REPLY);
            assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
            assertThat(failure.voiceMayExist()).isFalse();
        }
        assertGivenUp();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8;", "8\r\nID3 soun"})
    @Tag("S24")
    void aDownloadIsGivenUp(String begun) throws Exception {
        server.then(conversation -> endlessly(conversation, "audio/mpeg", begun));
        try (GuardedDownloader downloader = new GuardedDownloader(null, true)) {
            DownloadException failure = catchThrowableOfType(
                    DownloadException.class, () -> download(downloader, OutputStream.nullOutputStream()));

            assertThat(failure.reason()).isEqualTo(Reason.TOO_LARGE);
        }
        assertGivenUp();
    }

    @Test
    @Tag("S24")
    void aLongFileIsNoLongLine() {
        byte[] sound = new byte[(int) (5 * MEBIBYTE)];
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: " + sound.length + "\r\n\r\n");
            conversation.write(sound);
        });
        try (GuardedDownloader downloader = new GuardedDownloader(null, true)) {
            assertThat(download(downloader, new ByteArrayOutputStream())).isEqualTo(sound.length);
        }
    }

    private long download(GuardedDownloader downloader, OutputStream file) {
        return downloader.download(server.uri("/"), Step.DOWNLOAD, 30 * MEBIBYTE, WireProbe.scope(), () -> file);
    }

    /** What was on its way when the client left was sent too. */
    private void assertGivenUp() throws Exception {
        assertThat(brokenOff.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(sent.get()).isLessThan(16 * MEBIBYTE);
        assertThat(server.received()).isEqualTo(1);
    }

    private void endlessly(ScriptedServer.Conversation conversation, String type, String begun) throws IOException {
        conversation.readRequest();
        conversation.write(
                "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nTransfer-Encoding: chunked\r\n\r\n" + begun);
        byte[] block = new byte[64 * 1024];
        java.util.Arrays.fill(block, (byte) 'x');
        try {
            while (sent.addAndGet(block.length) < 64 * MEBIBYTE) {
                conversation.write(block);
            }
        } finally {
            brokenOff.countDown();
        }
    }
}
