package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.REQUEST;
import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.DownloadException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.Synthesis;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.SpeakingSession;
import io.voicecloner.spi.Failures;
import io.voicecloner.spi.SpeechDelivery;
import io.voicecloner.spi.SpokenAudio;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Speech into a file, which is whole or what it was before. */
class SpeechToFileTest {
    private static final byte[] SOUND = {1, 2, 3, 4, 5};

    @TempDir
    private Path directory;

    static Stream<SpeakingSession.Script> failing() {
        return Stream.of(
                (request, output, scope) -> {
                    throw Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.SPEAK, "broke"));
                },
                (request, output, scope) -> {
                    SpeakingSession.say(output, scope, SOUND);
                    throw Failures.exception(
                            scope.failure(Category.PROVIDER_UNAVAILABLE, Reason.TIMEOUT, Step.SPEAK, "late")
                                    .delivery(Delivery.UNKNOWN));
                },
                (request, output, scope) -> {
                    output.open().write(SOUND);
                    throw new IOException("a dialect that stumbles");
                },
                (request, output, scope) -> SpokenAudio.handedOut(),
                (request, output, scope) -> {
                    SpeakingSession.say(output, scope, SOUND);
                    SpeakingSession.say(output, scope);
                    return SpokenAudio.handedOut();
                });
    }

    @Test
    void allOfItIsThereAndNothingBesideIt() throws IOException {
        Path target = Files.write(directory.resolve("speech.mp3"), new byte[] {9});
        try (Speaking speaking = new Speaking(SpeakingSession.saying(SOUND, SOUND))) {
            Synthesis speech = speaking.speech().synthesize(REQUEST, target);

            assertThat(speech.bytes()).isEqualTo(10);
            assertThat(speech.possiblyBilledTwice()).isFalse();
            assertThat(speech.warnings()).contains("warning of the configuration");
            assertThat(speaking.session.asked()).singleElement().satisfies(asked -> {
                assertThat(asked.delivery()).isEqualTo(SpeechDelivery.WHOLE);
                assertThat(asked.model()).isEqualTo("speech-2");
                assertThat(asked.repeatsAfterLoss()).isEqualTo(1);
            });
        }
        assertThat(target).hasBinaryContent(new byte[] {1, 2, 3, 4, 5, 1, 2, 3, 4, 5});
        assertThat(directory).isDirectoryNotContaining("glob:**.part*");
    }

    @Test
    void whatIsBegunAnewDoesNotKeepWhatCameFirst() throws IOException {
        Path target = directory.resolve("speech.mp3");
        try (Speaking speaking = new Speaking((request, output, scope) -> {
            SpeakingSession.say(output, scope, new byte[100]);
            SpeakingSession.say(output, scope, SOUND);
            return SpokenAudio.handedOut();
        })) {
            assertThat(speaking.speech().synthesize(REQUEST, target).bytes()).isEqualTo(5);
        }
        assertThat(target).hasBinaryContent(SOUND);
    }

    @ParameterizedTest
    @MethodSource("failing")
    void whateverFailsTheFileIsWhatItWas(SpeakingSession.Script script) throws IOException {
        Path old = Files.write(directory.resolve("old.mp3"), new byte[] {9});
        try (Speaking speaking = new Speaking(script)) {
            assertThatThrownBy(() -> speaking.speech().synthesize(REQUEST, old)).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> speaking.speech().synthesize(REQUEST, directory.resolve("new.mp3")))
                    .isInstanceOf(RuntimeException.class);
        }
        assertThat(old).hasBinaryContent(new byte[] {9});
        assertThat(directory.toFile().list()).containsExactly("old.mp3");
    }

    /** An answer without audio once ended in a file that "could not be saved". */
    @Test
    void speechWithoutAudioIsNoSpeech() {
        try (Speaking speaking = new Speaking((request, output, scope) -> SpokenAudio.handedOut())) {
            VoiceClonerException failure = failure(
                    VoiceClonerException.class,
                    () -> speaking.speech().synthesize(REQUEST, directory.resolve("speech.mp3")));

            assertThat(failure.category()).isEqualTo(Category.UNEXPECTED_REPLY);
            assertThat(failure.reason()).isEqualTo(Reason.INCOMPLETE_REPLY);
            assertThat(failure.moneyMayBeSpent()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing/speech.mp3", ".", "socket", "LONG"})
    void aTargetThatTakesNoFileIsFoundBeforeAnythingIsSent(String name) throws IOException {
        Path target = directory.resolve(name.equals("LONG") ? "x".repeat(300) : name);
        try (ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                Speaking speaking = new Speaking(SpeakingSession.saying(SOUND))) {
            socket.bind(UnixDomainSocketAddress.of(directory.resolve("socket")));
            DownloadException failure =
                    failure(DownloadException.class, () -> speaking.speech().synthesize(REQUEST, target));

            assertThat(failure.reason()).isEqualTo(Reason.OUTPUT);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.moneyMayBeSpent()).isFalse();
            assertThat(failure).hasMessageContaining("Nothing was synthesized.");
            assertThat(speaking.session.asked()).isEmpty();
        }
        assertThat(directory.toFile().list()).containsExactly("socket");
    }

    @Test
    @SuppressWarnings("NullAway") // Callers need not be checked by it.
    void noTargetIsNoCall() {
        try (Speaking speaking = new Speaking(SpeakingSession.saying(SOUND))) {
            assertThatThrownBy(() -> speaking.speech().synthesize(REQUEST, (Path) null))
                    .isInstanceOf(NullPointerException.class);
            assertThat(speaking.session.asked()).isEmpty();
        }
    }
}
