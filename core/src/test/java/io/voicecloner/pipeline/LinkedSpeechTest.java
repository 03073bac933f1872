package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.REQUEST;
import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.CanceledException;
import io.voicecloner.DownloadException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.Abilities;
import io.voicecloner.http.ScriptedServer;
import io.voicecloner.spi.SpeechDelivery;
import io.voicecloner.spi.SpokenAudio;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Speech that is given as a link: fetched here, unpacked where it is packed, and whole or not there. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class LinkedSpeechTest {
    private static final byte[] SOUND = "ID3 as it sounds".repeat(100).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path directory;

    private ScriptedServer server;
    private Speaking speaking;

    @BeforeEach
    void start() throws Exception {
        server = new ScriptedServer();
        speaking = new Speaking(
                Abilities.speaking(),
                Cloners.SETTINGS.withLoopbackAllowed(true),
                (request, output, scope) -> SpokenAudio.at(Optional.of(server.uri("/speech"))));
    }

    @AfterEach
    void stop() throws Exception {
        speaking.close();
        server.close();
    }

    /** Sound without a head may begin with any byte: two of them were taken for a page and for an error. */
    @Test
    void soundThatBeginsLikeSomethingElseIsSoundAllTheSame() throws Exception {
        for (byte[] sound : new byte[][] {{'{', 1, 2, 3}, {'<', 1, 2, 3}, {'<', '<', '{', '{'}, {'{'}}) {
            server.then(file(sound));
            Path target = directory.resolve("raw");

            speaking.speech().synthesize(Speaking.REQUEST, target);

            assertThat(target).hasBinaryContent(sound);
        }
    }

    private static ScriptedServer.Behaviour file(byte[] content) {
        return conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: " + content.length + "\r\n\r\n");
            conversation.write(content);
        };
    }

    @Test
    void itIsFetchedIntoAFile() throws Exception {
        server.then(file(SOUND));
        Path target = directory.resolve("speech.mp3");

        assertThat(speaking.speech()
                        .synthesize(REQUEST.withAudioByLink(true), target)
                        .bytes())
                .isEqualTo(SOUND.length);
        assertThat(target).hasBinaryContent(SOUND);
        assertThat(speaking.session.asked().get(0).delivery()).isEqualTo(SpeechDelivery.LINK);
        assertThat(directory.toFile().list()).containsExactly("speech.mp3");
    }

    @Test
    void itIsUnpackedIntoAStreamThatHearsNothingTwice() {
        byte[] archive = TarredAudioTest.archive(
                TarredAudioTest.entry("a/a.extra", '0', 3, "ustar\0", new byte[3]),
                TarredAudioTest.entry("a/a.mp3", '0', SOUND.length, "ustar\0", SOUND));
        // Cut off at first, and fetched once more.
        server.then(conversation -> {
            conversation.readRequest();
            conversation.write("HTTP/1.1 200 OK\r\nContent-Length: " + archive.length + "\r\n\r\n");
            conversation.write(java.util.Arrays.copyOf(archive, 2_000));
        });
        server.then(file(archive));
        ByteArrayOutputStream stream = new ByteArrayOutputStream();

        assertThat(speaking.speech().synthesize(REQUEST, stream).bytes()).isEqualTo(SOUND.length);
        assertThat(stream.toByteArray()).isEqualTo(SOUND);
        assertThat(speaking.session.asked()).hasSize(1);
    }

    /** It was told as a disk that takes no more. */
    @Test
    void anArchiveWithoutAudioIsNoFaultOfTheDisk() throws Exception {
        server.then(file(TarredAudioTest.archive(TarredAudioTest.entry("a.txt", '0', 3, "ustar\0", new byte[3]))));
        Path target = Files.write(directory.resolve("speech.mp3"), new byte[] {9});

        DownloadException failure =
                failure(DownloadException.class, () -> speaking.speech().synthesize(REQUEST, target));

        assertThat(failure.reason()).isEqualTo(Reason.UNREADABLE);
        assertThat(failure.step()).isEqualTo(Step.FETCH_SPEECH);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(failure).hasMessageContaining("holds no audio").hasMessageContaining("The synthesis may be billed.");
        assertThat(target).hasBinaryContent(new byte[] {9});
        assertThat(directory.toFile().list()).containsExactly("speech.mp3");
    }

    @Test
    void whatIsNotThereAnyMoreIsToldWithWhatItMayCost() {
        server.then(ScriptedServer.answer("404 Not Found", "", "gone"));

        DownloadException failure = failure(
                DownloadException.class, () -> speaking.speech().synthesize(REQUEST, directory.resolve("speech.mp3")));

        assertThat(failure.reason()).isEqualTo(Reason.EXPIRED);
        assertThat(failure.moneyMayBeSpent()).isTrue();
        assertThat(directory.toFile().list()).isEmpty();
    }

    /** What a caller's stream throws went through to the caller as it was, and nobody was told that the synthesis failed. */
    @Test
    void aStreamThatThrowsTookNoAudio() {
        server.then(file(SOUND));
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("broken");
            }
        };

        DownloadException failure =
                failure(DownloadException.class, () -> speaking.speech().synthesize(REQUEST, broken));

        assertThat(failure.reason()).isEqualTo(Reason.OUTPUT);
        assertThat(failure.bytesDelivered()).isPositive();
    }

    @Test
    void anInterruptWhileItIsHandedOutEndsItThere() {
        server.then(file(new byte[100_000]));
        ByteArrayOutputStream stream = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int offset, int length) {
                super.write(bytes, offset, length);
                Thread.currentThread().interrupt();
            }
        };
        VoiceClonerException failure =
                failure(CanceledException.class, () -> speaking.speech().synthesize(REQUEST, stream));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(stream.size()).isLessThan(100_000);
        assertThat(failure.bytesDelivered()).isEqualTo(stream.size());
    }
}
