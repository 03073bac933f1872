package io.voicecloner.system;

import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The time of this machine, so many times as fast. */
record FastTime(int times) implements Time {
    @Override
    public long nanos() {
        return System.nanoTime() * times;
    }

    @Override
    public boolean await(CountDownLatch wake, Duration limit) throws InterruptedException {
        return wake.await(limit.toNanos() / times, TimeUnit.NANOSECONDS);
    }
}
