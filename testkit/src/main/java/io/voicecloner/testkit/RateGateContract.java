package io.voicecloner.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.voicecloner.Rate;
import io.voicecloner.spi.RateGate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What every {@link RateGate} keeps, one test for each. A gate's own test extends this and opens it:
 *
 * <pre>{@code
 * class AcmeGateTest extends RateGateContract {
 *     @Override
 *     protected RateGate open(Rate rate) {
 *         return new AcmeGate(rate);
 *     }
 * }
 * }</pre>
 *
 * <p>Each test asks for accounts that nobody asked for before, so that gates may share a store. Nothing sleeps; time that must go by is spent
 * looking at the clock, a fifth of a second at most. A store may be slow, by a second for a few turns, but not wrong.
 */
public abstract class RateGateContract {
    private static final String CREATE = "create";
    private static final Duration HOUR = Duration.ofHours(1);

    /** What a store may lose that counts in milliseconds, in each of two turns. */
    private static final Duration ROUNDING = Duration.ofMillis(2);

    /** Nobody has a turn yet that is asked for in the test. */
    private final String account = "contract-" + UUID.randomUUID();

    /** Opens one at this rate, or at no limit. What has to be closed is closed by who opened it, after the test. */
    protected abstract RateGate open(Rate rate);

    @Test
    public final void turnsTakenAtOnceComeOneToAnInterval() {
        Duration second = Duration.ofSeconds(1);
        List<Turn> turns = take(open(rate("60/m")), 6);
        requireSpaced(turns, second);
        for (int i = 0; i < turns.size(); i++) {
            Duration most = second.multipliedBy(i + 1L);
            int number = i + 1;
            assertTrue(turns.get(i).due.compareTo(most) <= 0, () -> "turn " + number + " comes late: " + turns);
        }
    }

    @Test
    public final void noWindowHoldsMoreThanTheRateAndOneMore() {
        RateGate gate = open(rate("100/s"));
        Duration interval = Duration.ofMillis(10);
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            turns.addAll(take(gate, 4));
            // Longer than the turns take: what was not asked for in the meantime must not be saved up.
            letPass(interval.multipliedBy(6));
        }
        for (int i = 0; i < turns.size(); i++) {
            for (int j = i + 1; j < turns.size(); j++) {
                Duration least = interval.multipliedBy(j - i - 1L).minus(ROUNDING);
                Duration between = turns.get(i).mostUntil(turns.get(j));
                String which = (j - i + 1) + " turns come within " + between.toMillis() + " ms at one in 10 ms: ";
                assertTrue(between.compareTo(least) >= 0, () -> which + turns);
            }
        }
    }

    @Test
    public final void whoWouldComeTooLateTakesNobodysPlace() {
        RateGate gate = open(rate("1/m"));
        take(gate, 2);
        Turn first = taken(gate, CREATE, Duration.ofMillis(1));
        for (int i = 0; i < 5; i++) {
            Turn refused = taken(gate, CREATE, Duration.ofMillis(1));
            assertTrue(refused.due.toMillis() > 1, () -> "a wait of a minute told as " + refused.due);
        }
        Turn turn = taken(gate, CREATE, HOUR);
        Duration later = first.leastUntil(turn);
        assertTrue(
                later.compareTo(ROUNDING) <= 0,
                () -> "the turn comes " + later + " after the one that was told to those who did not take it");
        Duration sooner = turn.leastUntil(first);
        assertTrue(sooner.compareTo(ROUNDING) <= 0, () -> "the turn comes " + sooner + " before it was told to");
        requireSpaced(List.of(turn, taken(gate, CREATE, HOUR), taken(gate, CREATE, HOUR)), Duration.ofMinutes(1));
    }

    @Test
    public final void accountsDoNotWaitForEachOther() {
        RateGate gate = open(rate("1/m"));
        take(gate, 3);
        Duration wait = gate.reserve(account + "-another", CREATE, HOUR);
        assertTrue(wait.compareTo(Duration.ofMinutes(1)) <= 0, () -> "the first turn of an account comes in " + wait);
    }

    @Test
    public final void operationsDoNotWaitForEachOther() {
        RateGate gate = open(rate("1/m"));
        take(gate, 3);
        Duration wait = gate.reserve(account, "another", HOUR);
        assertTrue(wait.compareTo(Duration.ofMinutes(1)) <= 0, () -> "the first turn of an operation comes in " + wait);
    }

    @Test
    public final void aHoldIsForOneOperationOfOneAccount() {
        RateGate gate = open(rate("1/m"));
        assertEquals(Duration.ZERO, gate.held(account, CREATE), "held before anybody asked for it");
        gate.hold(account, CREATE, HOUR);
        requireHeld(gate, HOUR);
        assertEquals(Duration.ZERO, gate.held(account + "-another", CREATE), "another account is held");
        assertEquals(Duration.ZERO, gate.held(account, "another"), "another operation is held");
    }

    @Test
    public final void aHoldIsNeverShortened() {
        RateGate gate = open(rate("1/m"));
        gate.hold(account, CREATE, HOUR);
        gate.hold(account, CREATE, Duration.ofSeconds(1));
        requireHeld(gate, HOUR);
        gate.hold(account, CREATE, HOUR.multipliedBy(2));
        requireHeld(gate, HOUR.multipliedBy(2));
    }

    @Test
    public final void aHoldEnds() {
        RateGate gate = open(rate("1/m"));
        Duration pause = Duration.ofMillis(20);
        gate.hold(account, CREATE, pause);
        letPass(pause.plus(ROUNDING));
        assertEquals(Duration.ZERO, gate.held(account, CREATE), "held after the end");
    }

    @Test
    public final void withoutALimitNobodyWaits() {
        for (Turn turn : take(open(Rate.unlimited()), 100)) {
            assertEquals(Duration.ZERO, turn.due, "the wait at no limit");
        }
    }

    @Test
    public final void aHoldHoldsWithoutALimitToo() {
        RateGate gate = open(Rate.unlimited());
        gate.hold(account, CREATE, HOUR);
        requireHeld(gate, HOUR);
    }

    @Test
    public final void asManyThreadsHaveAsManyTurns() throws Exception {
        int threads = 16;
        RateGate gate = open(rate("1/m"));
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<Turn>> all = Collections.nCopies(threads, () -> taken(gate, CREATE, HOUR));
            List<Turn> turns = new ArrayList<>();
            for (Future<Turn> turn : crowd.invokeAll(all)) {
                turns.add(turn.get());
            }
            turns.sort((one, other) -> one.due.compareTo(other.due));
            requireSpaced(turns, Duration.ofMinutes(1));
        } finally {
            crowd.shutdownNow();
        }
    }

    /** One to an interval, of which the first two may come close together at the edge of two. */
    private static void requireSpaced(List<Turn> turns, Duration interval) {
        for (int i = 1; i < turns.size(); i++) {
            Duration between = turns.get(i - 1).mostUntil(turns.get(i));
            Duration least = i == 1 ? Duration.ofNanos(1) : interval.minus(ROUNDING);
            boolean apart = turns.get(i).due.compareTo(turns.get(i - 1).due) > 0 && between.compareTo(least) >= 0;
            int number = i;
            assertTrue(apart, () -> "turns " + number + " and " + (number + 1) + " are too close: " + turns);
        }
    }

    private void requireHeld(RateGate gate, Duration pause) {
        Duration held = gate.held(account, CREATE);
        assertTrue(held.compareTo(pause) <= 0, () -> "held for " + held + ", and asked to for " + pause);
        Duration least = pause.minusMinutes(1);
        assertTrue(held.compareTo(least) > 0, () -> "held for " + held + ", and asked to for " + pause);
    }

    private List<Turn> take(RateGate gate, int turns) {
        List<Turn> taken = new ArrayList<>();
        for (int i = 0; i < turns; i++) {
            taken.add(taken(gate, CREATE, HOUR));
        }
        return taken;
    }

    private Turn taken(RateGate gate, String operation, Duration maxWait) {
        long before = System.nanoTime();
        Duration wait = gate.reserve(account, operation, maxWait);
        return new Turn(before, System.nanoTime(), wait);
    }

    private static void letPass(Duration time) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < time.toNanos()) {
            Thread.onSpinWait();
        }
    }

    private static Rate rate(String text) {
        return Rate.parse(text).orElseThrow();
    }

    /** A wait that was told at some moment between two. */
    private record Turn(long asked, long told, Duration due) {
        /** The longest that can lie between this turn and a later one. */
        Duration mostUntil(Turn later) {
            return Duration.ofNanos(later.told - asked).plus(later.due).minus(due);
        }

        /** The shortest that can. */
        Duration leastUntil(Turn later) {
            return Duration.ofNanos(later.asked - told).plus(later.due).minus(due);
        }

        @Override
        public String toString() {
            return "in " + due.toMillis() + " ms";
        }
    }
}
