package io.voicecloner.cli;

import java.io.PrintStream;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** One line on a terminal that is written over again and again, and is gone in the end. Thread-safe. */
final class StatusLine implements AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR = "\r\u001B[K";

    private final ReentrantLock lock = new ReentrantLock();
    private final PrintStream terminal;
    private final LongSupplier nanoClock;
    private long drawnAt;
    private boolean drawn;
    private boolean closed;

    StatusLine(PrintStream terminal, LongSupplier nanoClock) {
        this.terminal = terminal;
        this.nanoClock = nanoClock;
    }

    /**
     * Shows this instead of what stands there, ten times a second at most.
     *
     * @param now whether it is worth showing in any case
     */
    void show(Supplier<String> text, boolean now) {
        lock.lock();
        try {
            long time = nanoClock.getAsLong();
            if (!closed && (!drawn || now || time - drawnAt >= REDRAW_NANOS)) {
                terminal.print(CLEAR + text.get());
                terminal.flush();
                drawn = true;
                drawnAt = time;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Takes the line away. A call in flight may still report; that is no longer shown. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            if (drawn) {
                terminal.print(CLEAR);
                terminal.flush();
            }
        } finally {
            lock.unlock();
        }
    }
}
