package io.voicecloner.pipeline;

import static io.voicecloner.pipeline.Speaking.REQUEST;
import static io.voicecloner.pipeline.Speaking.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.voicecloner.CanceledException;
import io.voicecloner.Step;
import io.voicecloner.Synthesis;
import io.voicecloner.attempt.FailurePolicy;
import io.voicecloner.fake.SpeakingSession;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.SpokenAudio;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Speech that somebody gives up while it is made: the call ends, and no file is left. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class SpeechEndedEarlyTest {
    @TempDir
    private Path directory;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Says a little, and then nothing until the call is given up. */
    private final SpeakingSession.Script endless = (request, output, scope) -> {
        SpeakingSession.say(output, scope, new byte[] {1});
        untilGivenUp(scope);
        return SpokenAudio.handedOut();
    };

    private void untilGivenUp(CallScope scope) {
        CountDownLatch givenUp = new CountDownLatch(1);
        try (CallScope.Registration registration = scope.onCancel(givenUp::countDown)) {
            assertThat(registration).isNotNull();
            begun.countDown();
            givenUp.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            scope.cancel();
            Thread.currentThread().interrupt();
        }
        ended.countDown();
        FailurePolicy.requireTime(Step.SPEAK, scope);
    }

    @Test
    void aCanceledFutureEndsTheCall() throws Exception {
        try (Speaking speaking = new Speaking(endless)) {
            CompletableFuture<Synthesis> future =
                    speaking.speech().synthesizeAsync(REQUEST, directory.resolve("speech.mp3"));
            begun.await();
            future.cancel(true);

            assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
        }
        assertNothingIsLeft();
    }

    @Test
    void closingEndsTheCallAndNothingBeginsAfterIt() throws Exception {
        Speaking speaking = new Speaking(endless);
        CompletableFuture<Synthesis> future =
                speaking.speech().synthesizeAsync(REQUEST, directory.resolve("speech.mp3"));
        begun.await();
        speaking.close();

        assertThatThrownBy(future::join).hasCauseInstanceOf(CanceledException.class);
        assertThatThrownBy(() -> speaking.speech().synthesize(REQUEST, directory.resolve("speech.mp3")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> speaking.speech().synthesizeAsync(REQUEST, directory.resolve("speech.mp3")))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> speaking.speech().check(REQUEST)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> speaking.speech().activate(Speaking.VOICE)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> speaking.cloner.catalog().list()).isInstanceOf(IllegalStateException.class);
        assertThat(speaking.session.asked()).hasSize(1);
        assertNothingIsLeft();
    }

    @Test
    void anInterruptBeforeItSendsNothingAndIsKept() throws Exception {
        try (Speaking speaking = new Speaking(endless)) {
            Thread.currentThread().interrupt();
            failure(
                    CanceledException.class,
                    () -> speaking.speech().synthesize(REQUEST, directory.resolve("speech.mp3")));

            assertThat(Thread.interrupted()).isTrue();
            assertThat(speaking.session.asked()).isEmpty();
        }
        assertNothingIsLeft();
    }

    @Test
    void anInterruptThatComesWhenItIsSpokenComesTooLate() {
        Path target = directory.resolve("speech.mp3");
        try (Speaking speaking = new Speaking((request, output, scope) -> {
            SpeakingSession.say(output, scope, new byte[] {1});
            Thread.currentThread().interrupt();
            return SpokenAudio.handedOut();
        })) {
            speaking.speech().synthesize(REQUEST, target);

            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(target).hasBinaryContent(new byte[] {1});
    }

    @Test
    void theDeadlineIsTheRequestsAndALongTextHasHalfAnHour() {
        long[] left = new long[1];
        try (Speaking speaking = new Speaking((request, output, scope) -> {
            left[0] = scope.remaining().toSeconds();
            SpeakingSession.say(output, scope, new byte[] {1});
            return SpokenAudio.handedOut();
        })) {
            Path target = directory.resolve("speech.mp3");
            speaking.speech().synthesize(REQUEST.withDeadline(Duration.ofSeconds(7)), target);
            assertThat(left[0]).isEqualTo(7);
            speaking.speech().synthesize(REQUEST, target);
            assertThat(left[0]).isEqualTo(Cloners.SETTINGS.deadline().toSeconds());
            speaking.speech().synthesize(io.voicecloner.SpeechRequest.of(Speaking.VOICE, "a".repeat(10_000)), target);
            assertThat(left[0]).isEqualTo(1_800);
        }
    }

    /** Whoever gave up does not wait for the call to clear away what it began. */
    private void assertNothingIsLeft() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (directory.toFile().list().length > 0 && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        assertThat(directory.toFile().list()).isEmpty();
    }
}
