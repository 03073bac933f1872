package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.voicecloner.CanceledException;
import io.voicecloner.Delivery;
import io.voicecloner.Rate;
import io.voicecloner.RateLimitedException;
import io.voicecloner.Reason;
import io.voicecloner.Step;
import io.voicecloner.fake.VirtualTime;
import io.voicecloner.spi.CallScope;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests one to an interval, and none at all while the provider asked for a pause. */
class GateTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final ScriptedTime time = new ScriptedTime();
    private final VirtualTime goingBy = new VirtualTime();
    private Gate gate = new Gate("other", Rate.unlimited(), time);

    @BeforeEach
    void theGateIsYoungerThanTime() {
        time.pass(Duration.ofMillis(12_300));
        gate = gate("1/s");
    }

    @Test
    void whoComesAtTheSameTimeIsSpacedEvenly() {
        pass(gate, 4);

        assertThat(time.waits()).containsExactly(SECOND, SECOND.multipliedBy(2), SECOND.multipliedBy(3));
    }

    @Test
    void whoComesLaterWaitsOnlyForTheRestOfTheInterval() {
        pass(gate, 1);
        time.pass(Duration.ofMillis(400));
        pass(gate, 1);

        assertThat(time.waits()).containsExactly(Duration.ofMillis(600));
    }

    @Test
    void aQuietTimeSavesNothingUp() {
        time.pass(Duration.ofMinutes(5));
        pass(gate, 2);

        assertThat(time.waits()).containsExactly(SECOND);
    }

    @Test
    void withoutALimitNobodyWaits() {
        pass(gate("unlimited"), 100);

        assertThat(time.waits()).isEmpty();
    }

    @Test
    void whoseTurnComesTooLateLearnsItAtOnceAndTakesNobodysPlace() {
        pass(gate, 1);
        time.pass(Duration.ofMillis(400));
        Duration turn = Duration.ofMillis(600);

        for (Duration left : new Duration[] {turn, turn.minusMillis(1), Duration.ofMillis(1)}) {
            RateLimitedException refusal = refused(gate, left);
            assertThat(refusal.reason()).isEqualTo(Reason.RATE);
            assertThat(refusal.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(refusal.retryAfter()).contains(turn);
            assertThat(refusal).hasMessageContaining("Allow more time");
        }
        assertThat(time.waits()).isEmpty();

        gate.pass(Step.CLONE, scope(turn.plusMillis(1)));
        assertThat(time.waits()).containsExactly(turn);
    }

    @Test
    void theTurnsOfThoseWhoWaitAlreadyAreReckonedIn() {
        pass(gate, 3);

        assertThat(refused(gate, SECOND.multipliedBy(3)).retryAfter()).contains(SECOND.multipliedBy(3));
        gate.pass(Step.CLONE, scope(SECOND.multipliedBy(3).plusMillis(1)));
    }

    @Test
    void nobodyIsLetThroughDuringAPause() {
        Gate moving = moving("1/s");
        moving.hold(Duration.ofSeconds(10));
        assertThat(refused(moving, Duration.ofSeconds(10)).retryAfter()).contains(Duration.ofSeconds(10));

        moving.pass(Step.CLONE, passing(Duration.ofSeconds(11)));

        assertThat(goingBy.waits()).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void aPauseEndsAndWasNotMadeShorterByAShorterOne() {
        Gate moving = moving("1/s");
        moving.hold(Duration.ofSeconds(10));
        moving.hold(SECOND);
        goingBy.pass(Duration.ofSeconds(4));
        moving.pass(Step.CLONE, passing(Duration.ofHours(1)));
        assertThat(goingBy.waits()).containsExactly(Duration.ofSeconds(6));

        goingBy.pass(Duration.ofSeconds(6));
        moving.pass(Step.CLONE, passing(Duration.ofHours(1)));
        assertThat(goingBy.waits()).hasSize(1);
    }

    @Test
    void aPauseHoldsWhereThereIsNoLimitToo() {
        Gate open = moving("unlimited");
        open.hold(Duration.ofSeconds(10));
        open.pass(Step.CLONE, passing(Duration.ofHours(1)));

        assertThat(goingBy.waits()).containsExactly(Duration.ofSeconds(10));
    }

    @Test
    void aPauseThatBeginsWhileSomebodyWaitsIsWaitedForToo() {
        gate.pass(Step.CLONE, scope(Duration.ofHours(1)));
        time.meanwhile(() -> {
                    time.pass(SECOND);
                    gate.hold(Duration.ofSeconds(10));
                })
                .meanwhile(() -> time.pass(Duration.ofSeconds(10)));

        gate.pass(Step.CLONE, scope(Duration.ofHours(1)));

        assertThat(time.waits()).containsExactly(SECOND, Duration.ofSeconds(10));
    }

    @Test
    void whoGivesUpWhileWaitingIsNotLetThrough() {
        pass(gate, 1);
        CallScope impatient = scope(Duration.ofMinutes(1));
        time.meanwhile(impatient::cancel);

        assertThat(catchThrowableOfType(CanceledException.class, () -> gate.pass(Step.CLONE, impatient)))
                .isNotNull();
    }

    @Test
    void nobodyKeepsTheGateForItself() throws Exception {
        Gate moving = moving("1/s");
        moving.hold(SECOND);
        refused(moving, Duration.ofMillis(1));
        moving.pass(Step.CLONE, passing(Duration.ofHours(1)));

        CompletableFuture.runAsync(() -> {
                    moving.hold(SECOND);
                    moving.pass(Step.CLONE, passing(Duration.ofHours(1)));
                })
                .get(2, TimeUnit.SECONDS);
        assertThat(goingBy.waits()).hasSize(2);
    }

    /** At a time that goes by while somebody waits. */
    private Gate moving(String rate) {
        return new Gate("test", Rate.parse(rate).orElseThrow(), goingBy);
    }

    private CallScope passing(Duration left) {
        return CallScope.of("fake", left, null, null, goingBy);
    }

    private Gate gate(String rate) {
        return new Gate("test", Rate.parse(rate).orElseThrow(), time);
    }

    private void pass(Gate through, int times) {
        for (int i = 0; i < times; i++) {
            through.pass(Step.CLONE, scope(Duration.ofHours(24)));
        }
    }

    private RateLimitedException refused(Gate at, Duration left) {
        RateLimitedException refusal =
                catchThrowableOfType(RateLimitedException.class, () -> at.pass(Step.CLONE, scope(left)));
        assertThat(refusal).isNotNull();
        return refusal;
    }

    private CallScope scope(Duration left) {
        return CallScope.of("fake", left, null, null, time);
    }
}
