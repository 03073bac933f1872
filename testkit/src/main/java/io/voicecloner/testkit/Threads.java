package io.voicecloner.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;

/** Finds the threads that a piece of work started: a thread belongs to its starter's group unless somebody says otherwise. */
final class Threads {
    private Threads() {}

    /** Runs the work and returns the threads it started that are still alive, whatever they are for. */
    static List<Thread> startedBy(Callable<?> work) throws Exception {
        ThreadGroup group = new ThreadGroup("voicecloner-contract");
        FutureTask<?> task = new FutureTask<>(work);
        Thread worker = new Thread(group, task, "voicecloner-contract");
        worker.setDaemon(true);
        worker.start();
        try {
            task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
        worker.join();
        return alive(group);
    }

    /** Those that are still alive after this time, given to all of them together. */
    static List<Thread> outliving(List<Thread> threads, Duration patience) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        for (Thread thread : threads) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left > 0) {
                thread.join(left);
            }
        }
        return threads.stream().filter(Thread::isAlive).toList();
    }

    private static List<Thread> alive(ThreadGroup group) {
        // One more than there are, so that a full array tells that some may be missing.
        Thread[] found = new Thread[group.activeCount() + 1];
        while (group.enumerate(found) == found.length) {
            found = new Thread[found.length * 2];
        }
        return new ArrayList<>(Stream.of(found)
                .takeWhile(thread -> thread != null)
                .filter(Thread::isAlive)
                .toList());
    }
}
