package io.voicecloner.fuzz;

import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Nobody waits: a pause is over at once, and between two clones so much time passes that nothing of the first is left. For one thread. */
public final class LeapingTime implements Time {
    private long nanos;

    /** So much time goes by that no breaker is open any more. */
    public void leap() {
        nanos += Duration.ofMinutes(10).toNanos();
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public boolean await(CountDownLatch wake, Duration limit) {
        nanos += limit.toNanos();
        return wake.getCount() == 0;
    }
}
