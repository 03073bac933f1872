package io.voicecloner.emulator;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends every wait of an emulator when it closes. Thread-safe. */
final class Closing {
    private final CountDownLatch closed = new CountDownLatch(1);

    void begin() {
        closed.countDown();
    }

    /** Waits in real time; false, at once, when the emulator closes or the thread is interrupted. */
    boolean passed(Duration duration) {
        try {
            return !closed.await(TimeUnit.NANOSECONDS.convert(duration), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
