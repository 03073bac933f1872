package io.voicecloner.failover;

import static io.voicecloner.failover.ScriptedCloner.ambiguous;
import static io.voicecloner.failover.ScriptedCloner.failing;
import static io.voicecloner.failover.ScriptedCloner.incapable;
import static io.voicecloner.failover.ScriptedCloner.making;
import static io.voicecloner.failover.ScriptedCloner.unreachable;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.AudioSource;
import io.voicecloner.CanceledException;
import io.voicecloner.Category;
import io.voicecloner.CloneEvent;
import io.voicecloner.CloneRequest;
import io.voicecloner.ClonedVoice;
import io.voicecloner.FailoverOn;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.listen.Listening;
import io.voicecloner.pipeline.Instruments;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several cloners as one: who is asked, with how much time, and what is told in the end. */
class FailoverClonerTest {
    private static final CloneRequest REQUEST = CloneRequest.of(AudioSource.bytes(new byte[10]));

    private final VirtualTime time = new VirtualTime();
    private final List<CloneEvent> events = new ArrayList<>();
    private final AtomicInteger sharedClosed = new AtomicInteger();

    @Test
    void whileTheFirstOneMakesTheVoiceNobodyElseIsAsked() {
        ScriptedCloner second = making("b");

        ClonedVoice voice = over(making("a"), second).cloneVoice(REQUEST);

        assertThat(voice.ref().provider()).isEqualTo("a");
        assertThat(voice.passedOver()).isEmpty();
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void theResultSaysWhoMadeItAndWhyOthersDidNot() {
        ClonedVoice voice = over(failing("a", unreachable("a")), failing("b", incapable("b")), making("c"))
                .cloneVoice(REQUEST);

        assertThat(voice.ref().provider()).isEqualTo("c");
        assertThat(voice.passedOver())
                .extracting(failure -> failure.provider().orElseThrow())
                .containsExactly("a", "b");
        assertThat(voice.warnings())
                .anyMatch(warning -> warning.startsWith("Not made by a: connect"))
                .anyMatch(warning -> warning.contains("b takes no accuracy."));
    }

    @Test
    void whatAProviderLeftBehindIsOnTheResultOfTheNext() {
        VoiceClonerException failure = Failures.exception(
                ScriptedCloner.failure("a", Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.CLONE)
                        .orphans(List.of("file-7")));

        assertThat(over(failing("a", failure), making("b")).cloneVoice(REQUEST).orphans())
                .containsExactly("file-7");
    }

    @Test
    void anOutcomeThatNobodyKnowsEndsItWithTheFailureOfThatProvider() {
        ScriptedCloner third = making("c");

        VoiceClonerException failure = failure(failing("a", unreachable("a")), failing("b", ambiguous("b")), third);

        assertThat(failure.category()).isEqualTo(Category.AMBIGUOUS_OUTCOME);
        assertThat(failure.provider()).contains("b");
        assertThat(failure.passedOver())
                .extracting(other -> other.provider().orElseThrow())
                .containsExactly("a");
        assertThat(third.asked()).isEmpty();
    }

    @Test
    void ifNobodyCanTheLastOneThatWasReallyAskedAnswers() {
        VoiceClonerException failure =
                failure(failing("a", unreachable("a")), failing("b", unreachable("b")), failing("c", incapable("c")));

        assertThat(failure.provider()).contains("b");
        assertThat(failure.passedOver())
                .extracting(other -> other.provider().orElseThrow())
                .containsExactly("a", "c");
    }

    @Test
    void ifAllLackSomethingEachSaysWhat() {
        VoiceClonerException failure = failure(failing("a", incapable("a")), failing("b", incapable("b")));

        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.provider()).contains("a");
        assertThat(failure.passedOver())
                .extracting(other -> other.provider().orElseThrow())
                .containsExactly("b");
    }

    @Test
    void oneDeadlineHoldsOverAll() {
        ScriptedCloner first = new ScriptedCloner("a", request -> {
            time.pass(Duration.ofSeconds(40));
            throw unreachable("a");
        });
        ScriptedCloner second = making("b");

        over(first, second).cloneVoice(REQUEST.withDeadline(Duration.ofSeconds(60)));

        assertThat(first.asked().get(0).deadline()).contains(Duration.ofSeconds(60));
        assertThat(second.asked().get(0).deadline()).contains(Duration.ofSeconds(20));
    }

    @Test
    void nobodyIsBegunWithWhenHardlyAnyTimeIsLeft() {
        ScriptedCloner first = new ScriptedCloner("a", request -> {
            time.pass(Duration.ofMillis(55_001));
            throw unreachable("a");
        });
        ScriptedCloner second = making("b");

        VoiceClonerException failure = catchThrowableOfType(
                VoiceClonerException.class,
                () -> over(first, second).cloneVoice(REQUEST.withDeadline(Duration.ofSeconds(60))));

        assertThat(failure.provider()).contains("a");
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void howeverManyThereAreEachIsAskedOnce() {
        List<ScriptedCloner> dead =
                List.of(failing("a", unreachable("a")), failing("b", unreachable("b")), failing("c", unreachable("c")));
        ScriptedCloner last = making("d");

        ClonedVoice voice = over(dead.get(0), dead.get(1), dead.get(2), last).cloneVoice(REQUEST);

        assertThat(voice.ref().provider()).isEqualTo("d");
        assertThat(dead).allSatisfy(each -> assertThat(each.asked()).hasSize(1));
    }

    @Test
    void anErrorOfSomebodyElsesLosesNothingOfWhatTheOthersSaid() {
        ScriptedCloner broken = new ScriptedCloner("b", request -> {
            throw new IllegalArgumentException("a bug");
        });

        assertThatThrownBy(() -> over(failing("a", unreachable("a")), broken).cloneVoice(REQUEST))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .satisfies(error -> assertThat(error.getSuppressed()).hasSize(1));
    }

    @Test
    void whatACallerCancelledIsNotTakenToTheNextThoughSomebodyCaughtTheInterrupt() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch canceled = new CountDownLatch(1);
        ScriptedCloner deaf = new ScriptedCloner("a", request -> {
            asked.countDown();
            waitFor(canceled);
            // What a listener may do that catches an interrupt and forgets it.
            boolean forgotten = Thread.interrupted();
            throw forgotten ? unreachable("a") : unreachable("nobody interrupted");
        });
        ScriptedCloner second = making("b");

        ExecutorService executor = Executors.newSingleThreadExecutor();
        FailoverCloner cloner = new FailoverCloner(
                List.of(deaf, second),
                Set.<FailoverOn>of(),
                Duration.ofMinutes(10),
                new Instruments(new Listening(null), executor, time.clock(), time),
                () -> {});
        CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(REQUEST);
        assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(future.cancel(true)).isTrue();
        canceled.countDown();

        executor.shutdown();
        assertThat(executor.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
        assertThat(second.asked()).isEmpty();
    }

    private static void waitFor(CountDownLatch latch) {
        boolean interrupted = false;
        while (true) {
            try {
                if (latch.await(5, TimeUnit.SECONDS)) {
                    break;
                }
                throw new AssertionError("nobody cancelled");
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void theTimeInAnExecutorsQueueIsTimeOfTheClone() {
        Deque<Runnable> queue = new ArrayDeque<>();
        ScriptedCloner first = making("a");
        FailoverCloner cloner = new FailoverCloner(
                List.of(first),
                Set.<FailoverOn>of(),
                Duration.ofMinutes(10),
                new Instruments(new Listening(null), queue::add, time.clock(), time),
                () -> {});

        CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(REQUEST.withDeadline(Duration.ofSeconds(60)));
        time.pass(Duration.ofSeconds(40));
        queue.remove().run();

        assertThat(future).isCompleted();
        assertThat(first.asked().get(0).deadline()).contains(Duration.ofSeconds(20));
    }

    @Test
    void anInterruptBetweenTwoProvidersStartsNothingAndIsKept() {
        ScriptedCloner first = new ScriptedCloner("a", request -> {
            Thread.currentThread().interrupt();
            throw unreachable("a");
        });
        ScriptedCloner second = making("b");

        CanceledException failure = catchThrowableOfType(
                CanceledException.class, () -> over(first, second).cloneVoice(REQUEST));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(failure.passedOver())
                .extracting(VoiceClonerException::reason)
                .containsExactly(Reason.CONNECT);
        assertThat(second.asked()).isEmpty();
        assertThat(events).isEmpty();
    }

    @Test
    void closingBetweenTwoProvidersStartsNothingAndIsNoMisuse() {
        CompletableFuture<FailoverCloner> cloner = new CompletableFuture<>();
        ScriptedCloner first = new ScriptedCloner("a", request -> {
            cloner.join().close();
            throw unreachable("a");
        });
        ScriptedCloner second = making("b");
        cloner.complete(over(first, second));

        assertThatThrownBy(() -> cloner.join().cloneVoice(REQUEST)).isInstanceOf(CanceledException.class);

        assertThat(second.asked()).isEmpty();
    }

    @Test
    void closingAsTheNextProviderIsAskedIsNoMisuse() {
        CompletableFuture<FailoverCloner> cloner = new CompletableFuture<>();
        ScriptedCloner closed = new ScriptedCloner("a", request -> {
            cloner.join().close();
            throw new IllegalStateException("closed");
        });
        cloner.complete(over(closed, making("b")));

        assertThatThrownBy(() -> cloner.join().cloneVoice(REQUEST)).isInstanceOf(CanceledException.class);
    }

    @Test
    void aCloneThatWaitsForItsThreadWhenTheClonerClosesIsCanceledNotAMisuse() {
        Deque<Runnable> queued = new ArrayDeque<>();
        ScriptedCloner first = new ScriptedCloner("a", request -> {
            throw new IllegalStateException("closed");
        });
        FailoverCloner cloner = over(queued::add, first);

        CompletableFuture<ClonedVoice> future = cloner.cloneVoiceAsync(REQUEST);
        cloner.close();
        queued.remove().run();

        assertThatThrownBy(future::join).hasCauseInstanceOf(CanceledException.class);
    }

    @Test
    void aDeadlineBeyondAllMeasureIsNone() {
        assertThat(over(making("a"))
                        .cloneVoice(REQUEST.withDeadline(Duration.ofSeconds(Long.MAX_VALUE)))
                        .ref()
                        .provider())
                .isEqualTo("a");
    }

    @Test
    void aCheckPassesIfOneOfThemCan() {
        assertThat(over(failing("a", incapable("a")), making("b"))
                        .check(REQUEST)
                        .ok())
                .isTrue();
        assertThat(over(failing("a", incapable("a")), failing("b", incapable("b")))
                        .check(REQUEST)
                        .violations())
                .hasSize(2);
    }

    @Test
    void aListenerIsToldWhoIsAskedInWhosePlace() {
        over(failing("a", unreachable("a")), making("b")).cloneVoice(REQUEST);

        assertThat(events)
                .containsExactly(new CloneEvent.FailedOver("a", "b", Category.PROVIDER_UNAVAILABLE, Reason.CONNECT));
    }

    @Test
    @Tag("B95")
    void closingClosesAllAndWhatTheyShareOnce() {
        ScriptedCloner first = making("a");
        ScriptedCloner second = making("b");
        FailoverCloner cloner = over(first, second);

        cloner.close();
        cloner.close();

        assertThat(List.of(first.closed(), second.closed(), sharedClosed.get())).containsExactly(1, 1, 1);
        assertThatThrownBy(() -> cloner.cloneVoice(REQUEST)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> cloner.cloneVoiceAsync(REQUEST)).isInstanceOf(IllegalStateException.class);
    }

    private VoiceClonerException failure(ScriptedCloner... cloners) {
        return catchThrowableOfType(
                VoiceClonerException.class, () -> over(cloners).cloneVoice(REQUEST));
    }

    private FailoverCloner over(ScriptedCloner... cloners) {
        return over(null, cloners);
    }

    private FailoverCloner over(@Nullable Executor executor, ScriptedCloner... cloners) {
        return new FailoverCloner(
                List.of(cloners),
                Set.<FailoverOn>of(),
                Duration.ofMinutes(10),
                new Instruments(new Listening(events::add), executor, time.clock(), time),
                sharedClosed::incrementAndGet);
    }
}
