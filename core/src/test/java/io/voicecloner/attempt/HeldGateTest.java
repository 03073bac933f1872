package io.voicecloner.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.voicecloner.Rate;
import io.voicecloner.Step;
import io.voicecloner.spi.CallScope;
import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A provider that asks for quiet is not met by everybody at once when the quiet ends. */
class HeldGateTest {
    private static final Duration HELD = Duration.ofMillis(150);
    private static final int CALLERS = 5;

    private final Gate gate = new Gate("test", Rate.parse("20/s").orElseThrow(), Time.system());
    private final List<Long> passed = Collections.synchronizedList(new ArrayList<>());

    @Test
    void whoComesWhileAllAreHeldGoesOneByOneAfterwards() throws Exception {
        long start = System.nanoTime();
        gate.hold(HELD);
        List<Thread> callers = callers();

        join(callers);

        assertQuietThenEven(start);
    }

    @Test
    void whoWaitedAlreadyIsHeldToo() throws Exception {
        gate.pass(Step.CLONE, scope());
        List<Thread> callers = callers();
        long start = System.nanoTime();
        gate.hold(HELD);
        passed.clear();

        join(callers);

        assertQuietThenEven(start);
    }

    private void assertQuietThenEven(long start) {
        assertThat(passed).allSatisfy(at -> assertThat(at - start).isGreaterThanOrEqualTo(HELD.toNanos()));
        // One to an interval of 50 ms, and one more at its edge.
        assertThat(Collections.max(passed) - start)
                .isGreaterThan(HELD.toNanos()
                        + Duration.ofMillis(50L * (passed.size() - 2)).toNanos());
    }

    private List<Thread> callers() {
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            Thread caller = new Thread(() -> {
                gate.pass(Step.CLONE, scope());
                passed.add(System.nanoTime());
            });
            caller.start();
            callers.add(caller);
        }
        return callers;
    }

    private static void join(List<Thread> callers) throws InterruptedException {
        for (Thread caller : callers) {
            caller.join();
        }
    }

    private static CallScope scope() {
        return CallScope.of("model", Duration.ofSeconds(30));
    }
}
