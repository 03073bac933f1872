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
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
    void sixRequestsOverAllAreEnough() {
        VoiceClonerException three = Failures.exception(
                ScriptedCloner.failure("a", Category.PROVIDER_UNAVAILABLE, Reason.CONNECT, Step.CLONE)
                        .attempts(3));
        ScriptedCloner third = making("c");

        VoiceClonerException failure = failure(failing("a", three), failing("b", three), third);

        assertThat(failure.passedOver()).isEmpty();
        assertThat(third.asked()).isEmpty();
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
