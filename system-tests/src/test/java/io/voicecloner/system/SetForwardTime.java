package io.voicecloner.system;

import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The time of this machine, which a test can set forward. */
final class SetForwardTime implements Time {
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final AtomicLong ahead = new AtomicLong();
    private volatile boolean hurried;

    @Override
    public long nanos() {
        return System.nanoTime() + ahead.get();
    }

    @Override
    public boolean await(CountDownLatch wake, Duration limit) throws InterruptedException {
        boolean cut = hurried && limit.compareTo(A_MOMENT) > 0;
        if (wake.await((cut ? A_MOMENT : limit).toNanos(), TimeUnit.NANOSECONDS)) {
            return true;
        }
        if (cut) {
            pass(limit.minus(A_MOMENT));
        }
        return false;
    }

    void pass(Duration duration) {
        ahead.addAndGet(duration.toNanos());
    }

    /** From now on a pause is a moment, after which it is as late as if it had been a whole one. For one caller at a time. */
    void hurry() {
        hurried = true;
    }
}
