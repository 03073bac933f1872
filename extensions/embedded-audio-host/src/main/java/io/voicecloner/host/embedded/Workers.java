package io.voicecloner.host.embedded;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The few threads that answer requests. A handful of stalled peers would hold them all for ever, so a request that makes no
 * progress is broken off. The JDK server's own time limits are system properties of the whole JVM: not a library's to set.
 */
final class Workers implements Executor {
    static final int THREADS = 8;

    private static final long KEEP_ALIVE_SECONDS = 10;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ThreadFactory DAEMONS = task -> {
        Thread thread = new Thread(null, task, "voicecloner-audio-host-" + NUMBER.incrementAndGet(), 0, false);
        thread.setDaemon(true);
        return thread;
    };

    private final Map<Thread, Turn> turns = new ConcurrentHashMap<>();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS, THREADS, KEEP_ALIVE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), DAEMONS);
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, DAEMONS);
    private final long patience;

    /** Threads that wait this long at most for one peer. */
    @SuppressWarnings("FutureReturnValueIgnored") // Nothing in it fails, and stop() ends it.
    Workers(Duration patience) {
        this.patience = patience.toNanos();
        pool.allowCoreThreadTimeOut(true);
        long tick = Math.max(1, this.patience / 4);
        watch.scheduleWithFixedDelay(this::cutStalled, tick, tick, TimeUnit.NANOSECONDS);
    }

    /** Runs one exchange of the server: reading the request, handling it, writing the answer. */
    @Override
    public void execute(Runnable exchange) {
        pool.execute(() -> {
            Turn turn = new Turn();
            turns.put(Thread.currentThread(), turn);
            try {
                exchange.run();
            } finally {
                turns.remove(Thread.currentThread());
                turn.end();
            }
        });
    }

    /** The request that the calling thread works on. */
    Turn turn() {
        return Objects.requireNonNull(turns.get(Thread.currentThread()), "not one of these threads");
    }

    /** Breaks off all requests and ends all threads. */
    void stop() {
        watch.shutdownNow();
        pool.shutdownNow();
    }

    private void cutStalled() {
        turns.values().stream().filter(turn -> turn.idleNanos() >= patience).forEach(Turn::cut);
    }
}
