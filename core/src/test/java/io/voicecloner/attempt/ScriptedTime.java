package io.voicecloner.attempt;

import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Time that stands still. What others do while somebody waits is a list of steps, one for each wait: so two wait on one thread. */
final class ScriptedTime implements Time {
    private final Deque<Runnable> meanwhile = new ArrayDeque<>();
    private final List<Duration> waits = new ArrayList<>();
    private final List<Boolean> woken = new ArrayList<>();
    private long nanos;

    /** Something that happens during the next wait that nothing happens in yet. */
    ScriptedTime meanwhile(Runnable step) {
        meanwhile.add(step);
        return this;
    }

    void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    List<Duration> waits() {
        return waits;
    }

    /** Of each wait, whether somebody ended it. */
    List<Boolean> woken() {
        return woken;
    }

    @Override
    public long nanos() {
        return nanos;
    }

    @Override
    public boolean await(CountDownLatch wake, Duration limit) {
        waits.add(limit);
        if (waits.size() > 100) {
            throw new AssertionError("nobody ends this waiting");
        }
        Runnable step = meanwhile.poll();
        if (step != null) {
            step.run();
        }
        boolean opened = wake.getCount() == 0;
        woken.add(opened);
        return opened;
    }
}
