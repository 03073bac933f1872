package io.voicecloner.cli;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Interrupts the thread that set it when the time is up, unless it is closed before. */
final class Alarm implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread sleeper;
    private final Thread clock;
    private boolean rang;
    private boolean closed;

    private Alarm(Duration limit) {
        this.sleeper = Thread.currentThread();
        this.clock = new Thread(() -> ringAfter(limit), "voicecloner-alarm");
        clock.setDaemon(true);
    }

    static Alarm in(Duration limit) {
        Alarm alarm = new Alarm(limit);
        alarm.clock.start();
        return alarm;
    }

    boolean rang() {
        lock.lock();
        try {
            return rang;
        } finally {
            lock.unlock();
        }
    }

    /** Turns it off. An interrupt of its own does not outlive it. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
        } finally {
            lock.unlock();
        }
        clock.interrupt();
        if (rang()) {
            Thread.interrupted();
        }
    }

    private void ringAfter(Duration limit) {
        try {
            Thread.sleep(limit.toMillis());
        } catch (InterruptedException e) {
            return;
        }
        lock.lock();
        try {
            if (!closed) {
                rang = true;
                sleeper.interrupt();
            }
        } finally {
            lock.unlock();
        }
    }
}
