package io.voicecloner.testkit;

import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** The time of this JVM, set forward by every wait in place of waiting. For one clone at a time: what others do is not waited for either. */
final class Impatience implements Time {
    private final Duration oversleeping;
    private final AtomicLong skipped = new AtomicLong();

    /** @param oversleeping how much longer every wait takes than it should */
    Impatience(Duration oversleeping) {
        this.oversleeping = oversleeping;
    }

    @Override
    public long nanos() {
        return System.nanoTime() + skipped.get();
    }

    @Override
    public boolean await(CountDownLatch wake, Duration limit) {
        if (wake.getCount() > 0) {
            skipped.addAndGet(limit.plus(oversleeping).toNanos());
        }
        return wake.getCount() == 0;
    }
}
