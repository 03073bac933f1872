package io.voicecloner.audio;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Adds up the time spent in libraries, and runs out. For one thread. */
final class Stopwatch {
    private final LongSupplier nanoTime;
    private final long most;
    private long spent;
    private long started;
    private boolean running;

    Stopwatch(Duration most) {
        this(most, System::nanoTime);
    }

    Stopwatch(Duration most, LongSupplier nanoTime) {
        this.most = most.toNanos();
        this.nanoTime = nanoTime;
    }

    void start() {
        started = nanoTime.getAsLong();
        running = true;
    }

    void stop() {
        if (running) {
            spent += nanoTime.getAsLong() - started;
            running = false;
        }
    }

    boolean ranOut() {
        return spent > most;
    }

    /** Ends a library's work on a recording, which cannot be ended otherwise than where it reads on. */
    void ensureTimeIsLeft() throws IOException {
        if (ranOut()) {
            throw new IOException("looked into for long enough");
        }
    }
}
