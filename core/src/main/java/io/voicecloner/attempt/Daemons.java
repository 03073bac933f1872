package io.voicecloner.attempt;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the threads of this library: named after what they do, numbered, and none of them keeps a JVM alive. Thread-safe. */
public final class Daemons implements ThreadFactory {
    private final String name;
    private final AtomicInteger number = new AtomicInteger();

    /** @param name what stands before the number: {@code voicecloner-} and what they are for */
    public Daemons(String name) {
        this.name = name;
    }

    /** As many threads as there is work, which end when there is none. The caller's to shut down. */
    public static ExecutorService pool(String name) {
        return Executors.newCachedThreadPool(new Daemons(name));
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name + '-' + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
