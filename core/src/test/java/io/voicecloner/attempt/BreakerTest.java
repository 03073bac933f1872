package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.Category;
import io.voicecloner.Delivery;
import io.voicecloner.FailureReport;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.VoiceClonerException;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Failures;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** When a provider that fails is left alone, and when it is tried again. */
class BreakerTest {
    private static final Duration SLOW = Duration.ofMinutes(2);

    private static final Duration HALF_A_MINUTE = Duration.ofSeconds(30);

    private final VirtualTime time = new VirtualTime();
    private final CallScope scope = CallScope.of("fake", Duration.ofHours(8), "vc-breaker", null, time);
    private Breaker breaker = new Breaker("test", SLOW, time);

    @BeforeEach
    void thisIsNotTheBeginningOfTime() {
        time.pass(Duration.ofHours(1));
        breaker = new Breaker("test", SLOW, time);
    }

    @ParameterizedTest
    @CsvSource({"4, 0, false", "5, 0, true", "2, 2, false", "2, 3, false", "3, 3, true", "4, 5, false", "5, 5, true"})
    void itOpensOnceHalfOfAtLeastFiveCallsFailed(int faults, int successes, boolean opens) {
        succeed(successes);
        fail(Reason.PROVIDER_FAULT, faults);

        assertThat(isOpen()).isEqualTo(opens);
    }

    @Test
    void faultsOfMoreThanAMinuteAgoAreForgotten() {
        fail(Reason.CONNECT, 4);
        time.pass(Duration.ofSeconds(61));
        fail(Reason.CONNECT, 4);

        assertThat(isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELED", "DEADLINE", "KEY", "BALANCE", "RATE", "PERMISSION"})
    void whatIsNoFaultOfTheProvidersCountsNeitherWay(Reason reason) {
        fail(reason, 100);
        assertThat(isOpen()).isFalse();

        // If it counted as a success, five faults among so many would not be enough.
        fail(Reason.TIMEOUT, 5);
        assertThat(isOpen()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"PARAMETER", "REQUEST", "DUPLICATE", "INPUT_CONTENT"})
    void aClearNoShowsThatTheProviderIsWell(Reason reason) {
        fail(reason, 6);
        fail(Reason.TIMEOUT, 5);

        assertThat(isOpen()).isFalse();
    }

    @Test
    void anOpenOneRefusesWithoutSending() {
        fail(Reason.CONNECT, 5);

        VoiceClonerException refusal = catchThrowableOfType(
                VoiceClonerException.class,
                () -> breaker.around(Step.CLONE, scope, () -> {
                    throw new AssertionError("sent");
                }));

        assertThat(refusal.category()).isEqualTo(Category.PROVIDER_UNAVAILABLE);
        assertThat(refusal.reason()).isEqualTo(Reason.BREAKER_OPEN);
        assertThat(refusal.delivery()).isEqualTo(Delivery.NOT_SENT);
        assertThat(refusal.hint()).isPresent();
        assertThatThrownBy(() -> breaker.peek(Step.CLONE, scope)).hasMessageContaining("left alone");
    }

    @Test
    void afterHalfAMinuteOneTrialCallIsLetThroughAndNoSecond() {
        fail(Reason.CONNECT, 5);
        time.pass(HALF_A_MINUTE);
        assertThat(isOpen()).isTrue();
        time.pass(Duration.ofNanos(1));

        assertThat(breaker.<Boolean>around(Step.CLONE, scope, this::isOpen)).isTrue();
    }

    @Test
    void aTrialCallThatSucceedsClosesIt() {
        halfOpen();
        succeed(1);

        fail(Reason.CONNECT, 4);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void aTrialCallThatFailsOpensItForAWholeMinute() {
        halfOpen();
        fail(Reason.CONNECT, 1);

        assertThat(isOpen()).isTrue();
        time.pass(HALF_A_MINUTE.multipliedBy(2));
        assertThat(isOpen()).isTrue();
        time.pass(Duration.ofNanos(1));
        assertThat(isOpen()).isFalse();
    }

    @Test
    void lookingAtItTakesNoTrialCallAway() {
        halfOpen();
        for (int i = 0; i < 10; i++) {
            breaker.peek(Step.CLONE, scope);
        }
        succeed(1);
    }

    @Test
    void trialCallsThatSayNothingGiveTheirPlaceBack() {
        halfOpen();
        fail(Reason.CANCELED, 10);
        for (int i = 0; i < 10; i++) {
            assertThat(catchThrowable(() -> breaker.around(Step.CLONE, scope, () -> {
                        throw new IllegalStateException("a bug");
                    })))
                    .hasMessage("a bug");
        }

        succeed(1);
        fail(Reason.CONNECT, 4);
        assertThat(isOpen()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"PARAMETER", "DUPLICATE"})
    void aTrialCallThatIsAnsweredWithANoClosesIt(Reason reason) {
        halfOpen();
        fail(reason, 1);

        fail(Reason.CONNECT, 4);
        assertThat(isOpen()).isFalse();
    }

    @Test
    void aProviderThatIsSlowerThanItMayBeIsLeftAloneToo() {
        assertThat(slow(5, SLOW.plusNanos(1))).isEqualTo("done");

        assertThat(isOpen()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"4, PT2M0.000000001S", "20, PT2M"})
    void afterFourSlowCallsOrManyThatAreJustInTimeItIsNot(int calls, Duration each) {
        assertThat(slow(calls, each)).isEqualTo("done");

        assertThat(isOpen()).isFalse();
    }

    @Test
    void aRecordingThatIsRefusedIsAnAnswerAndOneThatCannotBeReadIsNone() {
        VoiceClonerException unread = Failing.with(Category.INVALID_REQUEST, Reason.AUDIO, Delivery.INCOMPLETE);
        VoiceClonerException refused = Failing.rejected(Category.INVALID_REQUEST, Reason.AUDIO);

        assertThat(Breaker.Verdict.of(unread)).isEqualTo(Breaker.Verdict.NOT_COUNTED);
        assertThat(Breaker.Verdict.of(refused)).isEqualTo(Breaker.Verdict.ANSWERED);
    }

    @Test
    void whatCouldNotBePutTogetherHereIsNoFaultOfTheProviders() {
        VoiceClonerException here = Failing.with(Category.PROVIDER_UNAVAILABLE, Reason.UNREADABLE, Delivery.NOT_SENT);
        VoiceClonerException there = Failing.with(Category.UNEXPECTED_REPLY, Reason.UNREADABLE, Delivery.UNKNOWN);

        assertThat(Breaker.Verdict.of(here)).isEqualTo(Breaker.Verdict.NOT_COUNTED);
        assertThat(Breaker.Verdict.of(there)).isEqualTo(Breaker.Verdict.FAULT);
    }

    @Test
    void aCloneThatFailsWithoutAWordMayBeTheRecordingsFaultAnUploadIsNot() {
        assertThat(Breaker.Verdict.of(unexplained(Step.CLONE))).isEqualTo(Breaker.Verdict.NOT_COUNTED);
        assertThat(Breaker.Verdict.of(unexplained(Step.UPLOAD))).isEqualTo(Breaker.Verdict.FAULT);
    }

    private static VoiceClonerException unexplained(Step step) {
        return Failures.exception(FailureReport.of(Category.PROVIDER_UNAVAILABLE, Reason.UNEXPLAINED, step, "it failed")
                .delivery(Delivery.REJECTED));
    }

    @Test
    void aDisabledOneLetsEverythingThrough() {
        breaker.disable();
        fail(Reason.CONNECT, 100);

        assertThat(isOpen()).isFalse();
    }

    private void halfOpen() {
        fail(Reason.CONNECT, 5);
        time.pass(HALF_A_MINUTE.plusNanos(1));
    }

    /** So many calls at the same time. */
    private String slow(int calls, Duration each) {
        if (calls == 0) {
            time.pass(each);
            return "done";
        }
        return breaker.around(Step.CLONE, scope, () -> slow(calls - 1, each));
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(breaker.<String>around(Step.CLONE, scope, () -> "done")).isEqualTo("done");
        }
    }

    private void fail(Reason reason, int times) {
        for (int i = 0; i < times; i++) {
            VoiceClonerException failure = Failing.with(Category.PROVIDER_UNAVAILABLE, reason, Delivery.UNKNOWN);
            assertThat(catchThrowable(() -> breaker.around(Step.CLONE, scope, () -> {
                        throw failure;
                    })))
                    .isSameAs(failure);
        }
    }

    /** Looks only: a look changes nothing. */
    private boolean isOpen() {
        Throwable refusal = catchThrowable(() -> breaker.peek(Step.CLONE, scope));
        return refusal != null;
    }
}
