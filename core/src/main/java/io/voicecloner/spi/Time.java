package io.voicecloner.spi;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time as deadlines and pauses see it: it goes forward only, whatever is done to the clock. Tests put their own in its place. */
public interface Time {
    /** Nanoseconds since a moment of its own; only differences mean something. */
    long nanos();

    /**
     * Waits, unless woken before.
     *
     * @return whether it was woken
     */
    boolean await(CountDownLatch wake, Duration limit) throws InterruptedException;

    /** What {@link System#nanoTime} says. */
    static Time system() {
        return SystemTime.INSTANCE;
    }

    /** The one of this JVM. */
    enum SystemTime implements Time {
        INSTANCE;

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public boolean await(CountDownLatch wake, Duration limit) throws InterruptedException {
            return wake.await(limit.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
