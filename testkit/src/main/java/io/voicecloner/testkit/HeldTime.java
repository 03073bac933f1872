package io.voicecloner.testkit;

import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Time that stands still until a test lets it pass; who waits, waits. Begins at 0; thread-safe. */
public final class HeldTime implements Time {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public boolean await(CountDownLatch wake, Duration limit) throws InterruptedException {
        long until = nanos() + limit.toNanos();
        waiting.incrementAndGet();
        try {
            while (nanos() < until) {
                if (wake.await(2, TimeUnit.MILLISECONDS)) {
                    return true;
                }
            }
            return false;
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** Lets this much time pass, and whoever waited for no more go on. */
    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** How many wait at this moment. */
    public int waiting() {
        return waiting.get();
    }
}
