package io.voicecloner.testkit;

import io.voicecloner.spi.Time;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** Time in which every pause is over at once and is only noted, for tests of what a provider waits for. Begins at 0; thread-safe. */
public final class RecordedTime implements Time {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> waits = new CopyOnWriteArrayList<>();
    private volatile Runnable onWait = () -> {};

    @Override
    public long nanos() {
        return nanos.get();
    }

    @Override
    public boolean await(CountDownLatch wake, Duration limit) {
        if (wake.getCount() == 0) {
            return true;
        }
        waits.add(limit);
        pass(limit);
        onWait.run();
        return wake.getCount() == 0;
    }

    /** Lets this much time pass without anybody waiting for it. */
    public void pass(Duration duration) {
        nanos.addAndGet(duration.toNanos());
    }

    /** What happens in the world while somebody waits; runs on the thread that waits, after the time has passed. */
    public void onWait(Runnable event) {
        onWait = event;
    }

    /** Every pause so far, in order; a view that grows. */
    public List<Duration> waits() {
        return Collections.unmodifiableList(waits);
    }
}
