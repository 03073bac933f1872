package io.voicecloner.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Category;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One clone from the caller's point of view. */
class CallScopeTest {
    private final CallScope scope = CallScope.of("fake", Duration.ofMinutes(1), "vc-1", null);
    private final List<String> ended = new ArrayList<>();

    @Test
    void cancellingEndsEverythingRegisteredAndLaterOnesAtOnce() {
        scope.onCancel(() -> ended.add("first"));
        scope.onCancel(() -> ended.add("second"));
        scope.cancel();
        scope.onCancel(() -> ended.add("late"));
        assertThat(scope.isCanceled()).isTrue();
        assertThat(ended).containsExactly("first", "second", "late");
    }

    @Test
    void whatIsNoLongerRegisteredIsLeftAlone() {
        scope.onCancel(() -> ended.add("over")).close();
        scope.cancel();
        assertThat(ended).isEmpty();
    }

    @Test
    void oneActionThatThrowsDoesNotKeepTheOthersRunning() {
        scope.onCancel(() -> {
            throw new IllegalStateException("cannot end");
        });
        scope.onCancel(() -> ended.add("second"));
        scope.cancel();
        assertThat(ended).containsExactly("second");
    }

    @Test
    void aPartIsCancelledWithTheWholeAndNotTheOtherWayRound() {
        CallScope part = scope.child();
        CallScope other = scope.child();
        part.cancel();
        assertThat(scope.isCanceled()).isFalse();
        assertThat(other.isCanceled()).isFalse();
        scope.cancel();
        assertThat(other.isCanceled()).isTrue();
        assertThat(scope.child().isCanceled()).isTrue();
    }

    @Test
    void ofManyThatAreGivenUpNoneGoesOnInTheRoomThatAnotherMakes() {
        CallScope another = CallScope.of("fake", Duration.ofMinutes(1));
        CallScope part = another.child();
        List<Boolean> seen = new ArrayList<>();
        scope.onCancel(() -> seen.addAll(List.of(another.isCanceled(), part.isCanceled())));
        another.onCancel(() -> seen.add(scope.isCanceled()));

        CallScope.cancelAll(List.of(scope, another));

        assertThat(seen).containsExactly(true, true, true);
    }

    @Test
    void timeRunsOutAndStaysOut() {
        assertThat(scope.remaining()).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
        assertThat(CallScope.of("fake", Duration.ofNanos(1)).remaining()).isZero();
    }

    @Test
    void allTheTimeInTheWorldIsNoOverflow() {
        assertThat(CallScope.of("fake", Duration.ofSeconds(Long.MAX_VALUE)).remaining())
                .isGreaterThan(Duration.ofDays(36_500));
    }

    @Test
    void aReportTellsWhatTheCloneHasLearned() {
        CallScope part = scope.child();
        part.uploaded("file-1");
        part.traced("t-1");
        part.traced("t-1");
        part.createAttempted();
        VoiceClonerException failure =
                Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.CLONE, "broke"));
        assertThat(failure.provider()).contains("fake");
        assertThat(failure.voiceId()).contains("vc-1");
        assertThat(failure.orphans()).containsExactly("file-1");
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(scope.traceIds()).containsExactly("t-1");
    }

    @Test
    void aFailureForgetsWhatWasDeletedAfterIt() {
        scope.uploaded("file-1");
        scope.uploaded("file-2");
        scope.lost("vc-lost.mp3");
        VoiceClonerException failure =
                Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.CLONE, "broke"));

        scope.child().deleted("file-1");

        assertThat(failure.orphans()).containsExactly("file-1", "file-2", "vc-lost.mp3");
        assertThat(scope.complete(failure).orphans()).containsExactly("file-2", "vc-lost.mp3");
        assertThat(scope.complete(failure)).isInstanceOf(failure.getClass());
        assertThat(Failures.exception(scope.failure(Category.QUOTA, Reason.BALANCE, Step.CLONE, "broke"))
                        .orphans())
                .containsExactly("file-2", "vc-lost.mp3");
    }
}
