package io.voicecloner.cli;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A wish from another thread that the command shall end. It reaches the command as an interrupt, but only where that is understood:
 * reading the configuration or starting the emulator would merely break.
 */
final class StopRequest {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Thread heeding;
    private boolean made;

    /** Asks once and for all. */
    void make() {
        lock.lock();
        try {
            made = true;
            if (heeding != null) {
                heeding.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Does work that an interrupt ends well. A request made before interrupts it at once; none outlives it. */
    <T> T heededBy(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    private void begin() {
        lock.lock();
        try {
            heeding = Thread.currentThread();
            if (made) {
                heeding.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }

    private void end() {
        lock.lock();
        try {
            heeding = null;
            if (made) {
                Thread.interrupted();
            }
        } finally {
            lock.unlock();
        }
    }
}
